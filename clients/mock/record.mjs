// Asks a running suite for answers, and keeps them as the contracts' examples: of each schema one, in the service's
// META-INF/kongdee/examples. clients/mock/record starts a suite for it, plays the demo and calls this.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const CYCLE = "division-contest-2565";
const PORTS = {
  rubric: process.env.KONGDEE_RUBRIC_PORT ?? 8081,
  evidence: process.env.KONGDEE_EVIDENCE_PORT ?? 8082,
  notification: process.env.KONGDEE_NOTIFICATION_PORT ?? 8083,
};

const token = (...options) =>
  execFileSync(join(ROOT, "suite"), ["token", ...options], { encoding: "utf8" }).trim();
const tokens = {
  organiser: token("--role", "organiser,author", "--subject", "organiser", "--name", "ผู้จัดการประกวด"),
  officer: token("--role", "officer", "--unit", "SLK", "--subject", "slk-legal-officer", "--name", "เจ้าหน้าที่นิติการ"),
  colleague: token("--role", "officer", "--unit", "SLK", "--subject", "slk-legal-head", "--name", "หัวหน้าส่วนนิติการ"),
  automation: token("--role", "automation", "--subject", "hr-automation", "--name", "ระบบงานบุคคล"),
};

/** Calls the suite, and fails unless it answers 2xx. */
async function call(who, service, method, path, body) {
  const json = body !== undefined && !(body instanceof FormData);
  const response = await fetch(`http://localhost:${PORTS[service]}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${tokens[who]}`,
      ...(json && { "Content-Type": "application/json" }),
      ...(method === "PATCH" && { "If-Match": "*" }),
    },
    body: json ? JSON.stringify(body) : body,
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${text}`);
  }
  return text === "" ? null : JSON.parse(text);
}

const get = (who, service, path) => call(who, service, "GET", path);

/** Lists inside of an answer are cut: an example shows what there is, not all of it. */
function shorten(value, most, depth = 0) {
  if (Array.isArray(value)) {
    const list = value.slice(0, typeof most === "number" ? most : (most[depth] ?? most.at(-1)));
    return list.map((each) => shorten(each, most, depth + 1));
  }
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shorten(each, most, depth)]));
  }
  return value;
}

function keep(service, schema, answer, most = 3) {
  const folder = join(ROOT, `${service}-service/src/main/resources/META-INF/kongdee/examples`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${schema}.json`), `${JSON.stringify(shorten(answer, most), null, 1)}\n`);
  console.log(`  ${service} ${schema}`);
}

const AT = `/v1/cycles/${CYCLE}`;
const SLK = `${AT}/assessments/SLK`;
const COLLECTION = `/v1/collections/${CYCLE}`;

/** Three divisions beside the demo's, so that a ranking is one. */
async function prepare() {
  const divisions = [
    { unit: "DEV", title: { en: "Research and Development Division", th: "กองวิจัยและพัฒนา" }, claims: { "1.1.2": 3, "1.1.5": 2, "2.1": 1 } },
    { unit: "ICT", title: { en: "Information Technology Centre", th: "ศูนย์เทคโนโลยีสารสนเทศ" }, claims: { "1.1.2": 2, "2.1": 1 } },
    { unit: "PLB", title: { en: "Planning Bureau", th: "สำนักแผนงาน" }, claims: { "1.1.2": 1 } },
  ];
  const sections = [
    { code: "ADMIN", title: { en: "Administration", th: "ฝ่ายบริหารทั่วไป" } },
    { code: "PLAN", title: { en: "Planning", th: "ส่วนแผนงาน" } },
  ];
  const lines = divisions.map(({ unit, title }) => ({ unit, title, sections }));
  keep("rubric", "UnitOutcomes", await call("automation", "rubric", "POST", "/v1/units", lines));
  const enrolments = divisions.map(({ unit }) => ({ unit }));
  keep("rubric", "EnrolmentOutcomes", await call("organiser", "rubric", "POST", `${AT}/assessments`, enrolments));
  const scores = divisions.flatMap(({ unit, claims }) =>
    Object.entries(claims).map(([criterion, rung]) => ({ unit, criterion, claim: { rung }, note: "นำเข้าจากระบบงานบุคคล" })),
  );
  scores.push({ unit: "PLB", criterion: "2.1", claim: { rung: 99 } });
  const outcomes = await call("automation", "rubric", "POST", `${AT}/scores`, scores);
  const claim = { claim: { rung: 1 }, note: "แจ้งในกลุ่มไลน์ของส่วน" };
  await call("officer", "rubric", "PUT", `${SLK}/scores/1.1.2`, claim);
  keep("rubric", "ScoreOutcomes", { ...outcomes, outcomes: [outcomes.outcomes[0], outcomes.outcomes.at(-1)] });
}

async function rubric() {
  const rubricOf = "/v1/rubrics/division-contest/versions/2565";
  const document = await get("organiser", "rubric", rubricOf);
  keep("rubric", "RubricDocument", { ...document, nodes: document.nodes.slice(0, 1) }, [6, 2, 3]);
  keep("rubric", "RubricVersion", (await get("organiser", "rubric", "/v1/rubrics")).items[0]);
  keep("rubric", "Unit", await get("organiser", "rubric", "/v1/units/SLK"), 9);
  keep("rubric", "Cycle", await get("organiser", "rubric", AT));
  keep("rubric", "Assessment", await get("officer", "rubric", SLK), 9);
  keep("rubric", "AssessmentPage", await get("organiser", "rubric", `${AT}/assessments`), [4, 2]);
  keep("rubric", "RankingPage", await get("organiser", "rubric", `${AT}/ranking`), 4);
  keep("rubric", "Result", await get("officer", "rubric", `${SLK}/result`), [7, 2, 2]);
  const scores = await get("officer", "rubric", `${SLK}/scores`);
  keep("rubric", "Scores", scores, 4);
  keep("rubric", "Score", await get("officer", "rubric", `${SLK}/scores/1.1.2`));
  keep("rubric", "CycleScores", await get("automation", "rubric", `${AT}/scores?size=3`));
  keep("rubric", "HistoryPage", await get("officer", "rubric", `${SLK}/history?size=3`));

  const some = ["1.1.1", "1.1.2", "1.1.5", "2.1", "2.4", "7.3.1"];
  const sheet = await get("officer", "rubric", `${SLK}/sheet`);
  keep("rubric", "Sheet", { ...sheet, criteria: sheet.criteria.filter(({ code }) => some.includes(code)) }, [9, 3, 2]);
  const readiness = await get("officer", "rubric", `${SLK}/readiness`);
  const shown = readiness.criteria.filter(({ criterion }) => some.includes(criterion));
  keep("rubric", "Readiness", { ...readiness, criteria: shown }, [6, 3]);
  keep("rubric", "NextSteps", await get("officer", "rubric", `${SLK}/next-steps`), 4);

  const plan = await get("officer", "rubric", `${SLK}/plan`);
  const planned = Object.fromEntries(some.filter((code) => plan.criteria[code]).map((code) => [code, plan.criteria[code]]));
  keep("rubric", "Plan", { ...plan, criteria: planned }, [9, 2]);
  keep("rubric", "PlannedCriterion", await get("officer", "rubric", `${SLK}/plan/criteria/1.1.2`));
  keep("rubric", "PlanHistoryPage", await get("officer", "rubric", `${SLK}/plan/history?size=2`), [2, 2]);
  const copy = { cycle: CYCLE, unit: "SLK", sections: { PLAN: "PLAN", LEGAL: "ADMIN" }, dryRun: true };
  keep("rubric", "CopiedPlan", await call("organiser", "rubric", "POST", `${AT}/assessments/PLB/plan/copy`, copy));
  const taken = { reason: "ปรับโครงสร้างตามคำสั่งที่ 12/2565", renamed: {}, dryRun: true };
  keep("rubric", "SectionsTakenOver", await call("organiser", "rubric", "POST", `${SLK}/sections`, taken));

  const milestones = await get("officer", "rubric", `${AT}/milestones?unit=SLK&size=200`);
  keep("rubric", "Milestone", milestones.items.find(({ criterion }) => criterion === "1.1.2"));
  const settled = `${SLK}/milestones/1.1.1/1`;
  await call("officer", "rubric", "PATCH", settled, { status: "DONE", reason: "เสนอร่างแนวทางต่อที่ประชุมแล้ว" });
  keep("rubric", "MilestoneHistoryPage", await get("officer", "rubric", `${settled}/history`));
  keep("rubric", "NoticeChanges", await get("organiser", "rubric", `${AT}/notices`), 2);
  keep("rubric", "StandingChanges", await get("organiser", "rubric", `${AT}/standings`), 2);
  keep("rubric", "Accepted", await call("officer", "rubric", "POST", `${SLK}/suggestions/accept`, { criteria: ["1.1.2", "2.4"] }));
  const evaluated = {
    period: { start: "2021-08-01", end: "2022-07-30" },
    sections: ["LEGAL", "PLAN"],
    claims: { "1.1.2": { rung: 2 } },
    evidence: [{ criterion: "2.1", kind: "plan", section: "PLAN", date: "2021-10-25" }],
  };
  keep("rubric", "EvaluationResult", await call("organiser", "rubric", "POST", `${rubricOf}/evaluate`, evaluated), [2, 2, 2]);
}

/** What an officer files, and a colleague decides. */
async function file(title, name, text, decision) {
  const metadata = {
    unit: "SLK",
    slot: "1.1.2",
    kind: "communication",
    channel: "line",
    section: "LEGAL",
    title,
    description: "แจ้งแนวทางป้องกันการทุจริตแก่บุคลากรทุกคน",
    date: "2021-12-01",
  };
  const form = new FormData();
  form.append("metadata", new Blob([JSON.stringify(metadata)], { type: "application/json" }));
  form.append("file", new Blob([text]), name);
  const filed = await call("officer", "evidence", "POST", `${COLLECTION}/evidence/files`, form);
  return call("colleague", "evidence", "POST", `/v1/evidence/${filed.id}/review`, decision);
}

async function evidence() {
  const accepted = { decision: "ACCEPT", note: "ครบถ้วน" };
  const filed = await file("ข้อความในกลุ่มไลน์", "ข้อความ.txt", "ขอให้อ่านแนวทางป้องกันการทุจริต", accepted);
  const rejected = { decision: "REJECT", note: "ไม่เห็นวันที่ส่ง ขอภาพหน้าจอที่มีวันที่" };
  await file("ภาพหน้าจอกลุ่มไลน์", "ภาพหน้าจอ.txt", "ข้อความในกลุ่ม", rejected);
  keep("evidence", "EvidenceItem", await get("officer", "evidence", `/v1/evidence/${filed.id}`));
  keep("evidence", "EvidenceHistory", await get("officer", "evidence", `/v1/evidence/${filed.id}/history`));
  const collection = await get("organiser", "evidence", COLLECTION);
  keep("evidence", "Collection", collection, [3, 3]);
  keep("evidence", "EnrolledUnit", await get("organiser", "evidence", `${COLLECTION}/units/SLK`), 9);
  const unit = await get("organiser", "evidence", `${COLLECTION}/units/SLK`);
  keep("evidence", "EnrolOutcome", await call("organiser", "evidence", "POST", `${COLLECTION}/units`, [
    { unit: unit.unit, title: unit.title, sections: unit.sections },
  ]));
  keep("evidence", "Facts", await get("officer", "evidence", `${COLLECTION}/facts?unit=SLK`), [1, 3, 2]);
  keep("evidence", "UnitItems", await get("organiser", "evidence", `${COLLECTION}/units/SLK/items`), 2);
}

async function notification() {
  const posts = [{ unit: "DEV", sections: ["PLAN"], role: "HEAD" }];
  const head = { recipient: "dev-plan-head", email: "plan.head@dev.example", name: "หัวหน้าส่วนแผนงาน", language: "th", posts };
  const twin = { ...head, recipient: "dev-plan-officer", name: "เจ้าหน้าที่แผนงาน" };
  keep("notification", "RecipientOutcomes", await call("organiser", "notification", "POST", "/v1/recipients", [head, twin]));
  const title = { en: "Send the list of trainees", th: "ส่งรายชื่อผู้เข้ารับการอบรม" };
  const task = { task: "dev-trainees", unit: "DEV", title, due: "2022-01-31", sections: ["PLAN"] };
  const undue = { ...task, task: "dev-visitors", due: null, start: "2022-01-31" };
  keep("notification", "TaskOutcomes", await call("organiser", "notification", "POST", "/v1/tasks", [task, undue]));
}

for (const service of ["rubric", "evidence", "notification"]) {
  rmSync(join(ROOT, `${service}-service/src/main/resources/META-INF/kongdee/examples`), { recursive: true, force: true });
}
await prepare();
await evidence();
await new Promise((done) => setTimeout(done, 8000)); // rubric-service follows within seconds
await rubric();
await notification();
