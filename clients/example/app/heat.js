// Units × criteria: a table whose cells say their points, and show by their shade how much of the most that is.

import { h, pager } from "./dom.js";
import { rankedUnits } from "./ranking.js";
import { t, text } from "./texts.js";

/** @typedef {import("./main.js").Rubric["ResultNode"]} Node */

/** @type {import("./main.js").Show} */
export async function heat(app, _, query) {
  const { form, data, stage, href } = await rankedUnits(app, "heat", query, 20);
  const rows = await Promise.all(
    data.items.map(async ({ unit, title }) => {
      const params = { path: { cycle: app.cycle.cycle, unit }, query: { stage } };
      const { data: result } = await app.kongdee.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}/result", { params });
      return { unit, title, nodes: result.nodes };
    }),
  );
  const dimensions = rows[0]?.nodes ?? [];
  return {
    title: t("heat"),
    body: [
      form,
      h("p", { id: "heat-help" }, t("heatHelp")),
      h(
        "div",
        { class: "scroll", role: "region", "aria-label": t("heat"), "aria-describedby": "heat-help", tabindex: 0 },
        h(
          "table",
          { class: "heat" },
          h(
            "thead",
            {},
            h("tr", {}, h("td", { rowspan: 2 }), dimensions.map((each) => h("th", { scope: "colgroup", colspan: leaves(each).length }, `${each.label ?? each.code} ${text(each.title)}`))),
            h("tr", {}, dimensions.flatMap(leaves).map((each) => h("th", { scope: "col", title: text(each.title) }, each.label ?? each.code))),
          ),
          h(
            "tbody",
            {},
            rows.map(({ unit, title, nodes }) =>
              h("tr", {}, h("th", { scope: "row" }, h("a", { href: `#/radar/${unit}?${query}`, title: text(title) }, unit)), nodes.flatMap(leaves).map(cell)),
            ),
          ),
        ),
      ),
      pager(data, href),
    ],
  };
}

/** @returns {Node[]} */
const leaves = (/** @type {Node} */ node) => (node.nodes.length ? node.nodes.flatMap(leaves) : [node]);

function cell(/** @type {Node} */ { points, max }) {
  const shade = points === null || !max ? "none" : Math.round(Math.min(1, Math.max(0, points / max)) * 4);
  return h("td", { class: `shade-${shade}` }, points ?? "–", max !== null && h("span", { class: "hidden" }, ` ${t("of", { max })}`));
}
