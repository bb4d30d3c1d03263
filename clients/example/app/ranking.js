// The league table, of all units or of a group; not for officers.

import { field, h, pager, select } from "./dom.js";
import { t, text } from "./texts.js";

/** @typedef {import("./main.js").Rubric} Rubric */

/** @type {import("./main.js").Show} */
export async function ranking(app, _, query) {
  const { form, data, href } = await rankedUnits(app, "ranking", query, 20);
  const dimensions = app.rubric.nodes;
  return {
    title: t("ranking"),
    body: [
      form,
      h(
        "div",
        { class: "scroll", role: "region", "aria-label": t("ranking"), tabindex: 0 },
        h(
          "table",
          {},
          h(
            "thead",
            {},
            h(
              "tr",
              {},
              [t("rank"), t("unit"), t("points"), t("percent"), t("backed")].map((each) => h("th", { scope: "col" }, each)),
              dimensions.map((each) => h("th", { scope: "col", title: text(each.title) }, `${t("dimension")} ${each.label ?? each.code}`)),
            ),
          ),
          h(
            "tbody",
            {},
            data.items.map((each) =>
              h(
                "tr",
                {},
                h("td", {}, each.rank ?? "–"),
                h("th", { scope: "row" }, h("a", { href: `#/radar/${each.unit}?${query}` }, `${each.unit} ${text(each.title)}`)),
                h("td", {}, h("b", {}, each.points ?? "–"), ` ${t("of", { max: each.max })}`),
                h("td", {}, each.percent ?? "–"),
                h("td", {}, each.backed ?? "–"),
                dimensions.map(({ code }) => h("td", {}, each.nodes[code]?.points ?? "–")),
              ),
            ),
          ),
        ),
      ),
      pager(data, href),
    ],
  };
}

/**
 * A page of the ranking, with the form that chooses group and stage.
 * @param {import("./main.js").App} app
 * @param {string} view
 * @param {URLSearchParams} query
 * @param {number} size
 */
export async function rankedUnits(app, view, query, size) {
  const group = query.get("group") || undefined;
  const stage = stageOf(query);
  const params = { path: { cycle: app.cycle.cycle }, query: { group, stage, size, page: Number(query.get("page") ?? 0) } };
  const { data } = await app.kongdee.rubric.GET("/v1/cycles/{cycle}/ranking", { params });
  const groups = /** @type {[string, string][]} */ ((app.rubric.groups ?? []).map((each) => [each.code, text(each.title)]));
  const href = (/** @type {number} */ page) => `#/${view}?${new URLSearchParams({ stage, group: group ?? "", page: String(page) })}`;
  const form = h(
    "form",
    { class: "filter" },
    field(t("stage"), select("stage", [["SELF", t("SELF")], ["COMMITTEE", t("COMMITTEE")]], stage)),
    groups.length > 0 && field(t("group"), select("group", [["", t("all")], ...groups], group)),
    h("button", {}, t("show")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = new FormData(form);
    location.hash = `#/${view}?${new URLSearchParams({ stage: String(chosen.get("stage")), group: String(chosen.get("group") ?? "") })}`;
  });
  return { data, form, stage, href };
}

/** @returns {Rubric["Stage"]} */
export function stageOf(/** @type {URLSearchParams} */ query) {
  return query.get("stage") === "COMMITTEE" ? "COMMITTEE" : "SELF";
}
