// A unit's dimensions as a radar, and the same as a table.

import { h, svg } from "./dom.js";
import { stageOf } from "./ranking.js";
import { t, text } from "./texts.js";

const SIZE = 100;

/** @type {import("./main.js").Show} */
export async function radar(app, [unit = ""], query) {
  const params = { path: { cycle: app.cycle.cycle, unit }, query: { stage: stageOf(query) } };
  const [{ data: result }, { data: named }] = await Promise.all([
    app.kongdee.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}/result", { params }),
    app.kongdee.rubric.GET("/v1/units/{unit}", { params: { path: { unit } } }),
  ]);
  const axes = result.nodes.filter((each) => each.applicable);
  const list = axes.map((each) => `${each.label ?? each.code} ${each.percent ?? 0}`).join(", ");
  /** @type {(axis: number, share: number) => [x: number, y: number]} */
  const at = (axis, share) => {
    const angle = (2 * Math.PI * axis) / axes.length - Math.PI / 2;
    return [share * SIZE * Math.cos(angle), share * SIZE * Math.sin(angle)];
  };
  const ring = (/** @type {(axis: number) => number} */ share) => axes.map((_, axis) => at(axis, share(axis)).map((each) => each.toFixed(1)).join(",")).join(" ");
  return {
    title: `${t("radar")} · ${text(named.title)}`,
    unit,
    body: [
      h("p", {}, h("a", { href: `#/sheet/${unit}` }, t("sheet")), ` · ${t(result.stage)} · `, h("b", {}, result.points ?? "–"), ` ${t("of", { max: result.max })}`),
      svg(
        "svg",
        { class: "radar", viewBox: "-130 -125 260 250", role: "img", "aria-labelledby": "radar-title" },
        svg("title", { id: "radar-title" }, t("radarOf", { list })),
        [0.25, 0.5, 0.75, 1].map((share) => svg("polygon", { class: "ring", points: ring(() => share) })),
        axes.map((_, axis) => svg("line", { class: "ring", x2: at(axis, 1)[0], y2: at(axis, 1)[1] })),
        svg("polygon", { class: "reached", points: ring((axis) => (axes[axis]?.percent ?? 0) / 100) }),
        axes.map((each, axis) => {
          const [x, y] = at(axis, 1.15);
          return svg("text", { x, y, "text-anchor": "middle", "dominant-baseline": "middle" }, each.label ?? each.code);
        }),
      ),
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, [t("dimension"), t("points"), t("percent")].map((each) => h("th", { scope: "col" }, each)))),
        h("tbody", {}, axes.map((each) => h("tr", {}, h("th", { scope: "row" }, `${each.label ?? each.code} ${text(each.title)}`), h("td", {}, `${each.points} ${t("of", { max: each.max })}`), h("td", {}, each.percent ?? "–")))),
      ),
    ],
  };
}
