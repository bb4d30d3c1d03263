// What brings the next points soonest, and how ready every criterion is.

import { h } from "./dom.js";
import { claimText, findCriterion } from "./claim.js";
import { day, t, text } from "./texts.js";

/** @type {import("./main.js").Show} */
export async function steps(app, [unit = ""]) {
  const params = { path: { cycle: app.cycle.cycle, unit } };
  const [{ data: next }, { data: readiness }] = await Promise.all([
    app.kongdee.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}/next-steps", { params }),
    app.kongdee.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}/readiness", { params }),
  ]);
  const claim = (/** @type {string} */ code, /** @type {import("./claim.js").Claim | null} */ said) => {
    const node = findCriterion(app.rubric.nodes, code);
    return node && said ? claimText(node, said) : "–";
  };
  return {
    title: `${t("steps")} · ${unit}`,
    unit,
    body: [
      h(
        "ol",
        { class: "lines", id: "steps" },
        next.items.slice(0, 20).map((step) =>
          h(
            "li",
            {},
            h("a", { href: `#/criterion/${unit}/${step.criterion}` }, `${step.label ?? step.criterion} ${text(step.title)}`),
            h("p", {}, h("b", {}, t("gains", { points: step.points })), ` ${text(step.needs)}`),
            h("p", { class: "quiet" }, [step.due && t("due", { date: day(step.due) }), step.waiting && t("waits"), step.sections.map((each) => (each === "ALL" ? t("everySection") : each)).join(", ")].filter(Boolean).join(" · ")),
          ),
        ),
      ),
      h("h2", { id: "readiness" }, t("readiness")),
      h(
        "div",
        { class: "scroll", role: "region", "aria-labelledby": "readiness", tabindex: 0 },
        h(
          "table",
          {},
          h("thead", {}, h("tr", {}, [t("criterion"), t("supported"), t("claimed"), t("points")].map((each) => h("th", { scope: "col" }, each)))),
          h(
            "tbody",
            {},
            readiness.criteria.map((each) =>
              h(
                "tr",
                {},
                h("th", { scope: "row" }, h("a", { href: `#/criterion/${unit}/${each.criterion}` }, each.label ?? each.criterion), ` ${text(each.title)}`),
                h("td", {}, claim(each.criterion, each.supported)),
                h("td", {}, claim(each.criterion, each.claimed), each.claimedWithoutEvidence && h("span", { class: "tag rejected" }, t("unbacked"))),
                h("td", {}, `${each.points} ${t("of", { max: each.max })}`),
              ),
            ),
          ),
        ),
      ),
    ],
  };
}
