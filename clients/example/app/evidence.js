// Evidence of a unit: a page of it, with download, and review by those who did not file it.

import { field, h, onSubmit, pager, problem, select } from "./dom.js";
import { day, t, text } from "./texts.js";

/** @typedef {import("@kongdee/client").Evidence["EvidenceItem"]} Item */
/** @typedef {import("@kongdee/client").Evidence["ItemStatus"]} Status */

const SIZE = 10;
/** @type {Status[]} */
const STATUSES = ["PENDING", "ACCEPTED", "REJECTED", "WITHDRAWN", "SUPERSEDED"];

/** @type {import("./main.js").Show} */
export async function evidence(app, [unit = ""], query) {
  const status = STATUSES.find((each) => each === query.get("status"));
  const href = (/** @type {number} */ page, filter = status) => `#/evidence/${unit}?page=${page}${filter ? `&status=${filter}` : ""}`;
  const filter = select("status", [["", t("all")], .../** @type {[string, string][]} */ (STATUSES.map((each) => [each, t(each)]))], status);
  const form = h("form", { class: "filter" }, field(t("status"), filter), h("button", {}, t("show")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.hash = href(0, /** @type {Status} */ (filter.value));
  });
  const list = await evidenceItems(app, { unit, status, page: Number(query.get("page") ?? 0) }, href);
  return { title: `${t("evidence")} · ${unit}`, unit, body: [form, list] };
}

/**
 * @param {import("./main.js").App} app
 * @param {{unit: string, slot?: string, status?: Status, page: number}} wanted
 * @param {(page: number) => string} href
 */
export async function evidenceItems(app, wanted, href) {
  if (!app.may.has("evidence:searchEvidence")) {
    return false;
  }
  const params = { path: { collection: app.cycle.cycle }, query: { ...wanted, size: SIZE } };
  const { data } = await app.kongdee.evidence.GET("/v1/collections/{collection}/evidence", { params });
  return h(
    "div",
    { id: "evidence" },
    data.items.length ? h("ul", { class: "lines" }, data.items.map((each) => item(app, each))) : h("p", {}, t("nothing")),
    pager(data, href),
  );
}

function item(/** @type {import("./main.js").App} */ app, /** @type {Item} */ each) {
  const who = each.uploadedByName ?? each.uploadedBy;
  const line = h(
    "li",
    { id: `item-${each.id}` },
    h("h3", {}, h("a", { href: `#/criterion/${each.unit}/${each.slot}` }, each.slot), ` ${each.title}`),
    h(
      "p",
      { class: "figures" },
      h("span", { class: `tag ${each.status.toLowerCase()}` }, t(each.status)),
      [kindTitle(app, each.kind), each.section, day(each.date), t("by", { name: who })].filter(Boolean).join(" · "),
    ),
    each.review?.note && h("p", {}, `${each.review.byName ?? each.review.by}: “${each.review.note}”`),
    app.may.has("evidence:getFile") &&
      each.files.map((file) =>
        h("button", { id: `file-${each.id}-${file.number}`, onclick: () => fetchFile(app, each.id, file.number).catch((error) => line.append(problem(error))) }, t("download", { name: file.name })),
      ),
    each.status === "PENDING" && app.may.has("evidence:reviewEvidence") && reviewForm(app, each),
  );
  return line;
}

function kindTitle(/** @type {import("./main.js").App} */ app, /** @type {string} */ code) {
  return text(app.rubric.kinds?.find((each) => each.code === code)?.title) || code;
}

async function fetchFile(/** @type {import("./main.js").App} */ app, /** @type {string} */ id, /** @type {number} */ number) {
  const { blob, name } = await app.kongdee.download(id, number);
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function reviewForm(/** @type {import("./main.js").App} */ app, /** @type {Item} */ { id, title, uploadedBy }) {
  if (uploadedBy === app.me.subject) {
    return h("p", { class: "quiet" }, t("own"));
  }
  const form = h(
    "form",
    { class: "review", "aria-label": `${t("review")}: ${title}` },
    field(t("note"), h("input", { name: "/note" })),
    h("button", { value: "ACCEPT", id: `accept-${id}` }, t("accept")),
    h("button", { value: "REJECT", id: `reject-${id}` }, t("reject")),
  );
  /** @type {"ACCEPT" | "REJECT"} */
  let decision = "ACCEPT";
  form.addEventListener("submit", ({ submitter }) => {
    decision = /** @type {HTMLButtonElement} */ (submitter).value === "REJECT" ? "REJECT" : "ACCEPT";
  });
  return onSubmit(form, async () => {
    const note = String(new FormData(form).get("/note") ?? "").trim() || null;
    await app.kongdee.once((key) =>
      app.kongdee.evidence.POST("/v1/evidence/{id}/review", {
        params: { path: { id }, header: { "Idempotency-Key": key } },
        body: { decision, note },
      }),
    );
    await app.again();
    app.say(`${title}: ${t(decision === "ACCEPT" ? "ACCEPTED" : "REJECTED")}`);
    document.querySelector("h1")?.focus();
  });
}
