// A contract as Prism can serve it well.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const HERE = dirname(fileURLToPath(import.meta.url));
const METHODS = ["get", "head", "put", "post", "patch", "delete"];

/** With which statuses alone a header comes that the contract declares for more. */
const SOMETIMES = {
  "Retry-After": ["429", "503"],
  "RateLimit-Policy": ["429"],
  RateLimit: ["429"],
  "WWW-Authenticate": ["401"],
  Allow: ["405"],
  "Idempotency-Replayed": [],
  "Content-Length": [], // which is Prism's to count
};

const EMPTY_ZIP = `PK\u0005\u0006${"\u0000".repeat(18)}`;
const CALENDAR = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Kongdee//Mock//TH",
  "BEGIN:VEVENT",
  "UID:division-contest-2565:SLK:1.1.2:1",
  "DTSTAMP:20220107T010000Z",
  "DTSTART;VALUE=DATE:20220115",
  "SUMMARY:สื่อสารแนวทางป้องกันการทุจริตแก่บุคลากร",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

/** What is no JSON, and so has no example in the contract. */
const TEXTS = {
  "text/html": '<!doctype html><html lang="th"><title>Kongdee</title><p>หน้านี้เป็นตัวอย่าง</p></html>',
  "text/calendar": CALENDAR,
  "application/zip": EMPTY_ZIP,
  "*/*": "ขอให้อ่านแนวทางป้องกันการทุจริต\n",
};

/** Writes the contract of a service, completed, into a folder, and returns the file. */
export function writeContract(name, folder) {
  const api = parse(readFileSync(join(HERE, `../../contracts/${name}-service.yaml`), "utf8"));
  const before = refusals(api);
  for (const path of Object.values(api.paths)) {
    for (const [method, operation] of Object.entries(path).filter(([method]) => METHODS.includes(method))) {
      const answers = Object.entries({ ...before, ...operation.responses });
      loosenForm(operation.requestBody);
      operation.responses = Object.fromEntries(answers.map(([status, answer]) => [status, complete(status, answer, api)]));
    }
  }
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}-service.json`);
  writeFileSync(file, JSON.stringify(api));
  return file;
}

/** Of the fields of a form Prism reads texts alone: no JSON, no files. */
function loosenForm(body) {
  for (const [type, media] of Object.entries(body?.content ?? {})) {
    if (type.includes("form")) {
      media.schema = { type: "object" };
      body.required = false;
    }
  }
}

/** What all operations refuse before they run, by status: of `default` Prism would show the first example for all. */
function refusals(api) {
  const refused = api.components.responses.Refused;
  const [problem, { schema, examples }] = Object.entries(refused.content)[0];
  const before = {};
  for (const [type, example] of Object.entries(examples)) {
    const { status } = api.components.examples[type].value;
    before[status] ??= { ...refused, content: { [problem]: { schema, examples: {} } } };
    before[status].content[problem].examples[type] = example;
  }
  return before;
}

function complete(status, answer, api) {
  const headers = Object.entries(answer.headers ?? {}).filter(([name]) => SOMETIMES[name]?.includes(status) ?? true);
  const content = Object.entries(answer.content ?? {}).map(([type, media]) => [
    // Prism sends what it can name.
    type === "*/*" ? "text/plain; charset=utf-8" : type,
    type === "text/event-stream" ? { schema: { type: "string" }, example: stream(api) } : (textOf(type) ?? media),
  ]);
  const { "x-representations": _, ...rest } = answer;
  return { ...rest, headers: Object.fromEntries(headers), ...(content.length > 0 && { content: Object.fromEntries(content) }) };
}

const textOf = (type) => TEXTS[type] && { schema: { type: "string" }, example: TEXTS[type] };

/** The example of an event as it comes over the line. */
function stream(api) {
  return api.components.schemas.CycleEvent.examples
    .map((event, at) => `id: ${at + 1}\nevent: score\ndata: ${JSON.stringify(event)}\n\n`)
    .join("");
}
