// One criterion of a unit: what it asks for, what is claimed, what the evidence shows, and the evidence itself.

import { ProblemError, etagOf, ifMatch } from "@kongdee/client";
import { claimFields, claimText, findCriterion } from "./claim.js";
import { attempt, field, h, onSubmit } from "./dom.js";
import { evidenceItems } from "./evidence.js";
import { fileForm } from "./file.js";
import { day, t, text } from "./texts.js";

const SCORE = "/v1/cycles/{cycle}/assessments/{unit}/scores/{criterion}";

/** @typedef {import("./main.js").Rubric} Rubric */
/** @typedef {{score: Rubric["Score"] | null, etag: string | undefined}} Standing */

/** @type {import("./main.js").Show} */
export async function criterion(app, [unit = "", code = ""], query) {
  const path = { cycle: app.cycle.cycle, unit };
  const stage = ownStage(app, unit);
  const [{ data: sheet }, { data: readiness }, standing, evidence] = await Promise.all([
    app.kongdee.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}/sheet", { params: { path } }),
    app.kongdee.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}/readiness", { params: { path } }),
    stage ? standingScore(app, unit, code, stage) : null,
    evidenceItems(app, { unit, slot: code, page: Number(query.get("page") ?? 0) }, (page) => `#/criterion/${unit}/${code}?page=${page}`),
  ]);
  const line = sheet.criteria.find((each) => each.code === code);
  const node = findCriterion(app.rubric.nodes, code);
  if (!line || !node) {
    throw new Error(t("noPage"));
  }
  const claim = stage && standing && claimForm(app, unit, node, stage, standing);
  const file = app.may.has("evidence:uploadEvidence") && app.me.unit === unit && fileForm(app, unit, line, sheet.sections);
  const ready = readiness.criteria.find((each) => each.criterion === code);
  return {
    title: `${line.label ?? code} ${text(line.title)}`,
    unit,
    body: [
      h("p", {}, h("a", { href: `#/sheet/${unit}` }, `${t("sheet")} · ${text(sheet.title)}`)),
      h("p", { class: "figures" }, `${t("claimed")} ${line.claimed ?? "–"} · ${t("backed")} ${line.backed} ${t("of", { max: line.max })}`),
      line.description && h("p", {}, text(line.description)),
      (line.approach || line.examples.length > 0) &&
        h(
          "details",
          {},
          h("summary", {}, t("examples")),
          line.approach && h("p", {}, h("b", {}, `${t("approach")}: `), text(line.approach)),
          h("ul", {}, line.examples.map((each) => h("li", {}, text(each)))),
        ),
      plan(line, sheet.sections),
      claim,
      ready && shows(ready),
      h("h2", {}, t("evidence")),
      evidence,
      file,
    ],
    keeps: (event) => {
      const writing = [claim, file].find((form) => form && form.dataset.touched);
      if (writing && stage && event.criterion === code && event.stage === stage) {
        void hint(writing, standing?.etag, standingScore(app, unit, code, stage));
      }
      return Boolean(writing);
    },
  };
}

/** Tells who is writing that somebody else changed the score, unless that was the writer. */
async function hint(/** @type {HTMLElement} */ form, /** @type {string | undefined} */ seen, /** @type {Promise<Standing>} */ standing) {
  if ((await standing).etag !== seen && !form.querySelector(".hint")) {
    form.append(h("p", { class: "hint", role: "status" }, t("changedMeanwhile")));
  }
}

/** For which stage the caller scores this unit. @returns {Rubric["Stage"] | null} */
function ownStage(/** @type {import("./main.js").App} */ { me, may }, /** @type {string} */ unit) {
  if (!may.has("rubric:putScore")) {
    return null;
  }
  return me.unit === unit ? (me.roles.includes("officer") ? "SELF" : null) : me.roles.includes("assessor") ? "COMMITTEE" : null;
}

/** @type {(app: import("./main.js").App, unit: string, criterion: string, stage: Rubric["Stage"]) => Promise<Standing>} */
async function standingScore(app, unit, criterion, stage) {
  const params = { path: { cycle: app.cycle.cycle, unit, criterion }, query: { stage } };
  try {
    const { data, response } = await app.kongdee.rubric.GET(SCORE, { params });
    return { score: data, etag: etagOf(response) };
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) {
      return { score: null, etag: undefined };
    }
    throw error;
  }
}

/** @type {(app: import("./main.js").App, unit: string, node: import("./claim.js").Criterion, stage: Rubric["Stage"], standing: Standing) => HTMLFormElement} */
function claimForm(app, unit, node, stage, { score, etag }) {
  const { fields, read } = claimFields(node, score?.claim ?? null);
  const form = h(
    "form",
    { id: "claim", class: "card", "aria-labelledby": "claim-title" },
    h("h2", { id: "claim-title" }, `${t("claim")} (${t(stage)})`),
    fields,
    field(t("note"), h("textarea", { name: "/note", rows: 2 }, score?.note)),
    h("button", { class: "first", id: "save" }, t("save")),
  );
  form.addEventListener("input", () => (form.dataset.touched = "yes"));

  /** With the ETag of what one saw: who saved meanwhile is never overwritten unseen. */
  async function save(/** @type {string | undefined} */ seen) {
    const note = String(new FormData(form).get("/note") ?? "").trim() || null;
    const body = { claim: read(form), note };
    form.querySelectorAll(".conflict, .hint").forEach((each) => each.remove());
    try {
      const params = { path: { cycle: app.cycle.cycle, unit, criterion: node.code }, query: { stage }, header: seen ? ifMatch(seen) : {} };
      const { data } = await app.kongdee.rubric.PUT(SCORE, { params, body });
      await app.again();
      app.say(t("saved", data));
    } catch (error) {
      // 412: it is another one by now; 428: somebody made one.
      if (!(error instanceof ProblemError && (error.status === 412 || error.status === 428))) {
        throw error;
      }
      const theirs = await standingScore(app, unit, node.code, stage);
      const choose = (/** @type {() => Promise<void>} */ choice) => void attempt(form, choice);
      form.append(conflict(node, body, theirs, { overwrite: () => choose(() => save(theirs.etag)), drop: () => choose(app.again) }));
      form.querySelector("h3")?.focus();
    }
  }
  return onSubmit(form, () => {
    return save(etag);
  });
}

/** @type {(node: import("./claim.js").Criterion, mine: Rubric["PutScore"], theirs: Standing, choice: {overwrite: () => void, drop: () => void}) => HTMLElement} */
function conflict(node, mine, { score }, { overwrite, drop }) {
  const said = (/** @type {Rubric["PutScore"]} */ { claim, note }) => [claimText(node, claim), note && ` – “${note}”`];
  return h(
    "section",
    { class: "conflict", "aria-labelledby": "conflict" },
    h("h3", { id: "conflict", tabindex: -1 }, t("conflict")),
    h("p", {}, t("conflictHelp")),
    h(
      "dl",
      {},
      h("div", {}, h("dt", {}, t("mine")), h("dd", { class: "mine" }, said(mine))),
      h("div", {}, h("dt", {}, t("theirs", { name: score?.byName ?? score?.by })), h("dd", { class: "theirs" }, score ? said(score) : t("deleted"))),
    ),
    h("button", { type: "button", onclick: drop }, t("takeTheirs")),
    h("button", { type: "button", onclick: overwrite }, t("overwrite")),
  );
}

/** @type {(line: Rubric["SheetCriterion"], sections: Rubric["Section"][]) => HTMLElement | false} */
function plan(line, sections) {
  const name = (/** @type {string} */ code) =>
    code === "ALL" ? t("everySection") : text(sections.find((each) => each.code === code)?.title) || code;
  const there = line.text || line.result || line.owners.length || line.milestones.length;
  return (
    Boolean(there) &&
    h(
      "details",
      {},
      h("summary", {}, t("plan")),
      line.owners.length > 0 && h("p", {}, h("b", {}, `${t("owners")}: `), line.owners.map(name).join(", ")),
      line.text && h("p", {}, text(line.text)),
      line.result && h("p", {}, text(line.result)),
      h("ul", {}, line.milestones.map((each) => h("li", {}, `${t("due", { date: day(each.due) })} · ${text(each.title)} · ${each.sections.map(name).join(", ")} · `, each.status === "PLANNED" ? t("unmet") : t("met")))),
    )
  );
}

/** What the evidence shows, rung by rung, and what the next points need. */
function shows(/** @type {Rubric["CriterionReadiness"]} */ { reasons, missing }) {
  return h(
    "section",
    { "aria-labelledby": "why" },
    h("h2", { id: "why" }, t("why")),
    h("ul", {}, reasons.map(({ rung, met, because }) => h("li", {}, rung !== null && `${t("rung", { n: rung })} · `, h("b", {}, t(met ? "met" : "unmet")), `: ${text(because)}`))),
    missing.length > 0 && [
      h("h3", {}, t("missing")),
      h("ul", { id: "missing" }, missing.map(({ points, needs }) => h("li", {}, h("b", {}, t("gains", { points })), ` ${text(needs)}`))),
    ],
  );
}
