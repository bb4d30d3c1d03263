// What a claim says: a form for each scheme, and a sentence of it.

import { field, h } from "./dom.js";
import { t, text } from "./texts.js";

/**
 * @typedef {import("./main.js").Rubric} Rubric
 * @typedef {Rubric["Claim"]} Claim
 * @typedef {Exclude<Rubric["RubricNode"], Rubric["RubricGroup"]>} Criterion
 * @typedef {{points: number, title: Rubric["RubricText"]}} Rung
 */

/**
 * The criterion of a code, wherever it stands.
 * @param {Rubric["RubricNode"][]} nodes
 * @param {string} code
 * @returns {Criterion | undefined}
 */
export function findCriterion(nodes, code) {
  for (const node of nodes) {
    const found = node.scheme ? (node.code === code ? node : undefined) : findCriterion(node.nodes, code);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/**
 * @param {Criterion} criterion
 * @param {Claim | null} claim what it begins with
 * @returns {{fields: HTMLElement[], read: (form: HTMLFormElement) => Claim}}
 */
export function claimFields(criterion, claim) {
  const { fields, read } = scheme(criterion, claim);
  if (criterion.notApplicable !== "allowed") {
    return { fields, read };
  }
  const exempt = claim?.notApplicable ?? null;
  const group = h("fieldset", { class: "plain", disabled: exempt !== null, "aria-label": t("claim") }, fields);
  const reason = field(t("reason"), h("textarea", { name: "/claim/notApplicable", required: true, disabled: exempt === null, rows: 2 }, exempt));
  reason.hidden = exempt === null;
  const box = h("input", {
    type: "checkbox",
    checked: exempt !== null,
    onchange: () => {
      group.disabled = box.checked;
      reason.hidden = !box.checked;
      /** @type {HTMLTextAreaElement} */ (reason.querySelector("textarea")).disabled = !box.checked;
    },
  });
  return {
    fields: [group, h("label", { class: "choice" }, box, h("span", {}, t("notApplicable"))), reason],
    read: (form) => (box.checked ? { notApplicable: said(form, "/claim/notApplicable") } : read(form)),
  };
}

/** @returns {{fields: HTMLElement[], read: (form: HTMLFormElement) => Claim}} */
function scheme(/** @type {Criterion} */ criterion, /** @type {Claim | null} */ now) {
  switch (criterion.scheme) {
    case "ladder":
      return {
        fields: [rungs("/claim/rung", t("claim"), criterion, now?.rung)],
        read: (form) => ({ rung: Number(said(form, "/claim/rung")) }),
      };
    case "composite":
      return {
        fields: criterion.parts.map((part) => rungs(`/claim/parts/${part.code}`, text(part.title), part, now?.parts?.[part.code])),
        read: (form) => ({ parts: Object.fromEntries(criterion.parts.map(({ code }) => [code, Number(said(form, `/claim/parts/${code}`))])) }),
      };
    case "tiers":
      return {
        fields: [h("fieldset", {}, h("legend", {}, t("claim")), criterion.tiers.map((tier) => tierFields(tier, now?.tiers?.find((each) => each.tier === tier.code))))],
        read: (form) => ({
          tiers: new FormData(form).getAll("/claim/tiers").map((tier) => ({ tier: String(tier), ...variantOf(form, String(tier)) })),
        }),
      };
    case "numeric":
      return {
        fields: [
          field(
            t("value", { min: criterion.min, max: criterion.max }),
            h("input", { name: "/claim/value", type: "number", step: "any", min: criterion.min, max: criterion.max, required: true, value: now?.value }),
          ),
        ],
        read: (form) => ({ value: Number(said(form, "/claim/value")) }),
      };
    case "binary":
      return {
        fields: [
          h(
            "fieldset",
            {},
            h("legend", {}, t("claim")),
            radio("/claim/met", "true", now?.met === true, `${t("yes")} (${criterion.points})`),
            radio("/claim/met", "false", now?.met === false, t("no")),
          ),
        ],
        read: (form) => ({ met: said(form, "/claim/met") === "true" }),
      };
  }
}

/** @type {(name: string, legend: string, ladder: {zero?: Rubric["RubricText"], rungs: Rung[]}, reached?: number) => HTMLElement} */
function rungs(name, legend, ladder, reached) {
  return h(
    "fieldset",
    {},
    h("legend", {}, legend),
    radio(name, "0", reached === 0, `0 · ${text(ladder.zero) || t("rungZero")}`),
    ladder.rungs.map((rung, n) => radio(name, String(n + 1), reached === n + 1, `${n + 1} · ${text(rung.title)} (+${rung.points})`)),
  );
}

/** @type {(name: string, value: string, checked: boolean, label: string) => HTMLElement} */
function radio(name, value, checked, label) {
  return h("label", { class: "choice" }, h("input", { type: "radio", name, value, checked, required: true }), h("span", {}, label));
}

/** @type {(tier: Rubric["RubricTier"], reached?: {variant?: string | null}) => HTMLElement} */
function tierFields(tier, reached) {
  const points = tier.variants ? "" : ` (${tier.points})`;
  return h(
    "div",
    { class: "tier" },
    h("label", { class: "choice" }, h("input", { type: "checkbox", name: "/claim/tiers", value: tier.code, checked: Boolean(reached) }), h("span", {}, text(tier.title) + points)),
    tier.variants &&
      h(
        "select",
        { name: `variant-${tier.code}`, "aria-label": `${t("variant")}: ${text(tier.title)}` },
        tier.variants.map((each) => h("option", { value: each.code, selected: each.code === reached?.variant }, `${text(each.title)} (${each.points})`)),
      ),
  );
}

function variantOf(/** @type {HTMLFormElement} */ form, /** @type {string} */ tier) {
  const variant = said(form, `variant-${tier}`);
  return variant && { variant };
}

function said(/** @type {HTMLFormElement} */ form, /** @type {string} */ name) {
  return String(new FormData(form).get(name) ?? "");
}

/**
 * A claim as people read it.
 * @param {Criterion} criterion
 * @param {Claim | null} claim
 */
export function claimText(criterion, claim) {
  if (!claim) {
    return t("notClaimed");
  }
  if (claim.notApplicable !== undefined) {
    return `${t("notApplicable")}: ${claim.notApplicable}`;
  }
  if (claim.rung !== undefined) {
    return t("rung", { n: claim.rung });
  }
  if (claim.parts) {
    const parts = criterion.parts ?? [];
    return Object.entries(claim.parts).map(([code, n]) => `${text(parts.find((each) => each.code === code)?.title) || code}: ${n}`).join(", ");
  }
  if (claim.tiers) {
    const tiers = criterion.tiers ?? [];
    return claim.tiers.map(({ tier }) => text(tiers.find((each) => each.code === tier)?.title) || tier).join(", ") || "–";
  }
  return claim.value !== undefined ? String(claim.value) : t(claim.met ? "yes" : "no");
}
