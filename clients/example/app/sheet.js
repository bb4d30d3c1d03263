// A unit's sheet: every criterion under its dimension, with what is claimed, backed and waiting.

import { h } from "./dom.js";
import { t, text } from "./texts.js";

/** @typedef {import("./main.js").Rubric["SheetCriterion"]} Line */

/** @type {import("./main.js").Show} */
export async function sheet(app, [unit = ""]) {
  const path = { cycle: app.cycle.cycle, unit };
  const { data } = await app.kongdee.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}/sheet", { params: { path } });
  const { claimed, backed, judged, max, accepted, waiting } = data.totals;
  const dimensions = Map.groupBy(data.criteria, (line) => line.path[0] ?? "");
  return {
    title: `${t("sheet")} · ${text(data.title)}`,
    unit,
    body: [
      h(
        "dl",
        { class: "totals" },
        total(t("claimed"), claimed, max),
        total(t("backed"), backed, max),
        judged !== null && total(t("judged"), judged, max),
        h("div", {}, h("dt", {}, t("evidence")), h("dd", {}, t("accepted", { n: accepted }), " · ", t("pending", { n: waiting }))),
      ),
      ...app.rubric.nodes
        .filter((node) => dimensions.has(node.code))
        .map((node) => dimension(unit, node, dimensions.get(node.code) ?? [])),
      // Criteria that stand at the top, in no dimension.
      h("ul", { class: "lines" }, (dimensions.get("") ?? []).map((each) => line(unit, each))),
    ],
  };
}

function total(/** @type {string} */ label, /** @type {number} */ points, /** @type {number} */ max) {
  return h("div", {}, h("dt", {}, label), h("dd", {}, h("b", {}, points), " ", t("of", { max })));
}

/** @type {(unit: string, node: import("./main.js").Rubric["RubricNode"], lines: Line[]) => HTMLElement} */
function dimension(unit, node, lines) {
  const sum = (/** @type {(line: Line) => number} */ of) =>
    Math.round(lines.reduce((all, each) => all + (each.applicable && !each.deducts ? of(each) : 0), 0) * 100) / 100;
  return h(
    "section",
    { "aria-labelledby": `dimension-${node.code}` },
    h(
      "h2",
      { id: `dimension-${node.code}` },
      `${node.label ?? node.code} ${text(node.title)} `,
      h("small", {}, `${sum((each) => each.claimed ?? 0)} ${t("of", { max: sum((each) => each.max) })}`),
    ),
    h("ul", { class: "lines" }, lines.map((each) => line(unit, each))),
  );
}

function line(/** @type {string} */ unit, /** @type {Line} */ each) {
  const evidence = each.evidence.filter(({ accepted, waiting }) => accepted + waiting > 0);
  return h(
    "li",
    {},
    h("a", { id: `line-${each.code}`, href: `#/criterion/${unit}/${each.code}` }, `${each.label ?? each.code} ${text(each.title)}`),
    h(
      "p",
      { class: "figures" },
      each.applicable
        ? [
            h("span", { class: "meter", "aria-hidden": "true" }, bar(each)),
            `${t("claimed")} ${each.claimed ?? "–"} · ${t("backed")} ${each.backed} ${t("of", { max: each.max })}`,
          ]
        : t("notApplicable"),
      ...evidence.map(({ title, accepted, waiting }) =>
        h("span", { class: "tag" }, `${text(title)}: ${[accepted && t("accepted", { n: accepted }), waiting && t("pending", { n: waiting })].filter(Boolean).join(", ")}`),
      ),
      evidence.length === 0 && h("span", { class: "tag" }, t("noEvidence")),
    ),
  );
}

/** What is claimed, over what is backed; the figures beside it say the same. */
function bar(/** @type {Line} */ each) {
  const part = (/** @type {string} */ name, /** @type {number | null} */ points) => {
    const element = h("i", { class: name });
    element.style.width = `${each.max > 0 ? Math.min(100, ((points ?? 0) / each.max) * 100) : 0}%`;
    return element;
  };
  return [part("claimed", each.claimed), part("backed", each.backed)];
}
