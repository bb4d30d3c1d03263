// Elements, fields and problems: the little that a page needs beside the browser's own.

import { ProblemError } from "@kongdee/client";
import { t } from "./texts.js";

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * An element with attributes, listeners (`on…`) and children; what is null or false is left out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, unknown>} [attributes]
 * @param {(Child | Child[])[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/**
 * The same for a picture.
 * @param {string} name
 * @param {Record<string, unknown>} [attributes]
 * @param {(Child | Child[])[]} children
 */
export function svg(name, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Record<string, unknown>} attributes
 * @param {(Child | Child[])[]} children
 */
function fill(element, attributes = {}, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    } else if (value !== false && value != null) {
      element.setAttribute(key, value === true ? "" : String(value));
    }
  }
  for (const child of children.flat()) {
    if (child !== false && child != null) {
      element.append(child instanceof Node ? child : String(child));
    }
  }
  return element;
}

let fields = 0;

/**
 * A labelled control. Its name is the JSON pointer of what it says, so that a problem finds it.
 * @param {string} label
 * @param {HTMLElement} control
 */
export function field(label, control) {
  control.id ||= `field-${++fields}`;
  return h("div", { class: "field" }, h("label", { for: control.id }, label), control);
}

/**
 * @param {string} name
 * @param {[value: string, label: string][]} choices
 * @param {string} [chosen]
 */
export function select(name, choices, chosen) {
  return h(
    "select",
    { name },
    choices.map(([value, label]) => h("option", { value, selected: value === chosen }, label)),
  );
}

/**
 * What went wrong, in the words of the service; with a form, each place by the label of its field.
 * @param {unknown} error
 * @param {HTMLFormElement} [form]
 */
export function problem(error, form) {
  if (!(error instanceof ProblemError)) {
    const known = error instanceof Error && error.name === "ConnectionError";
    const why = error instanceof Error ? error.message : String(error);
    return h("div", { class: "problem", role: "alert" }, known ? t("noConnection") : why);
  }
  const places = error.errors.map((place) => {
    const control = form && find(form, place.pointer);
    control?.setAttribute("aria-invalid", "true");
    const name = control ? labelOf(control) : (place.pointer ?? place.parameter);
    return h("li", {}, name && h("strong", {}, `${name}: `), place.detail);
  });
  return h(
    "div",
    { class: "problem", role: "alert" },
    h("strong", {}, error.title),
    places.length ? h("ul", {}, places) : h("p", {}, error.detail),
    h("p", { class: "quiet" }, t("requestId"), " ", h("code", {}, error.requestId ?? "–")),
  );
}

/**
 * Sends a form: one answer at a time, with its problem below it and the focus on the first field that is wrong.
 * @param {HTMLFormElement} form
 * @param {() => Promise<unknown>} send
 */
export function onSubmit(form, send) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void attempt(form, send);
  });
  return form;
}

/**
 * The same for another button of a form.
 * @param {HTMLFormElement} form
 * @param {() => Promise<unknown>} send
 */
export async function attempt(form, send) {
  if (form.ariaBusy === "true") {
    return;
  }
  form.querySelectorAll(".problem").forEach((each) => each.remove());
  form.querySelectorAll("[aria-invalid]").forEach((each) => each.removeAttribute("aria-invalid"));
  form.ariaBusy = "true";
  try {
    await send();
  } catch (error) {
    form.append(problem(error, form));
    /** @type {HTMLElement | null} */ (form.querySelector("[aria-invalid]"))?.focus();
  } finally {
    form.ariaBusy = "false";
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string | null | undefined} pointer
 * @returns {HTMLElement | null}
 */
function find(form, pointer) {
  const named = pointer ? form.elements.namedItem(pointer) : null;
  return named instanceof RadioNodeList ? /** @type {HTMLElement} */ (named[0]) : /** @type {HTMLElement | null} */ (named);
}

function labelOf(/** @type {HTMLElement} */ control) {
  const group = control instanceof HTMLInputElement && control.type === "radio";
  return (group ? control.closest("fieldset")?.querySelector("legend") : control.parentElement?.querySelector("label"))
    ?.textContent;
}

/**
 * Links to the pages before and after this one of a list.
 * @param {{page: number, size: number, total: number}} list
 * @param {(page: number) => string} href
 */
export function pager({ page, size, total }, href) {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  return (
    last > 0 &&
    h(
      "nav",
      { class: "pager", "aria-label": t("pages") },
      page > 0 && h("a", { href: href(page - 1), rel: "prev" }, t("previous")),
      h("span", {}, t("pageOf", { page: page + 1, pages: last + 1, total })),
      page < last && h("a", { href: href(page + 1), rel: "next" }, t("next")),
    )
  );
}
