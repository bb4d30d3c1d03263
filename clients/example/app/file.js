// Files evidence for a criterion, and shows how far the files have got.

import { field, h, onSubmit, select } from "./dom.js";
import { t, text } from "./texts.js";

/** @typedef {import("./main.js").Rubric} Rubric */

/**
 * @param {import("./main.js").App} app
 * @param {string} unit
 * @param {Rubric["SheetCriterion"]} criterion
 * @param {Rubric["Section"][]} sections
 */
export function fileForm(app, unit, { code, kinds }, sections) {
  const channels = app.rubric.channels ?? [];
  /** @type {(named: {code: string, title: Rubric["RubricText"]}[]) => [string, string][]} */
  const choices = (named) => named.map((each) => [each.code, text(each.title)]);
  const files = h("input", { type: "file", multiple: true, required: true, name: "files" });
  const bar = h("progress", { max: 1, value: 0, "aria-label": t("progress") });
  const cancel = h("button", { type: "button" }, t("cancel"));
  const sending = h("p", { class: "sending", hidden: true }, bar, " ", cancel);
  const form = h(
    "form",
    { id: "file", class: "card", "aria-labelledby": "file-title" },
    h("h2", { id: "file-title" }, t("file")),
    kinds.length > 0 && field(t("kind"), select("/kind", choices(kinds))),
    channels.length > 0 && field(t("channel"), select("/channel", [["", t("noChannel")], ...choices(channels)])),
    sections.length > 0 && field(t("section"), select("/section", [["", t("wholeUnit")], ...choices(sections)])),
    field(t("title"), h("input", { name: "/title", required: true })),
    field(t("date"), h("input", { name: "/date", type: "date", required: true })),
    field(t("files"), files),
    h("button", { class: "first", id: "upload" }, t("upload")),
    sending,
  );
  form.addEventListener("input", () => (form.dataset.touched = "yes"));
  return onSubmit(form, async () => {
    const said = new FormData(form);
    const word = (/** @type {string} */ name) => String(said.get(name) ?? "").trim() || null;
    const metadata = {
      unit,
      slot: code,
      kind: word("/kind"),
      channel: word("/channel"),
      section: word("/section"),
      title: word("/title") ?? "",
      date: word("/date") ?? "",
    };
    const stop = new AbortController();
    cancel.onclick = () => stop.abort();
    sending.hidden = false;
    try {
      await app.kongdee.upload(app.cycle.cycle, metadata, [...(files.files ?? [])], {
        signal: stop.signal,
        onProgress: ({ sent, total }) => {
          bar.value = total ? sent / total : 0;
          bar.textContent = `${Math.round(bar.value * 100)} %`;
        },
      });
    } catch (error) {
      if (!stop.signal.aborted) {
        throw error;
      }
      return app.say(t("cancelled"));
    } finally {
      sending.hidden = true;
    }
    await app.again();
    app.say(t("filed"));
    document.getElementById("upload")?.focus();
  });
}
