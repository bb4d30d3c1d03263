// What every story begins with: a rubric with one criterion of every scheme, a second unit, and an open cycle for each client.
// prepare.mjs <client>...; the addresses and tokens come from the environment, as stories/world.ts reads them.

import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

const rubric = JSON.parse(readFileSync(new URL("every-scheme.json", import.meta.url), "utf8"));
const version = `${rubric.rubric}/versions/${rubric.version}`;

await call("POST", "/v1/rubrics", rubric);
await call("POST", `/v1/rubrics/${version}/publish`);
await call("PUT", "/v1/units/SECOND", { title: { en: "Second", th: "หน่วยที่สอง" }, sections: [] });
for (const client of process.argv.slice(2)) {
  await call("PUT", `/v1/cycles/${client}`, {
    rubric: rubric.rubric,
    version: rubric.version,
    period: { start: "2026-01-01", end: "2026-12-31" },
    timeZone: "Asia/Bangkok",
    review: "PEER",
    claimsWithoutEvidence: "FLAG",
  });
  await call("PUT", `/v1/cycles/${client}/assessments/SLK`);
  await call("PUT", `/v1/cycles/${client}/assessments/SECOND`);
  await call("POST", `/v1/cycles/${client}/open`);
}
// evidence-service is told in the background.
for (const client of process.argv.slice(2)) {
  while ((await call("GET", `/v1/cycles/${client}/assessments/SLK`)).evidence !== "REGISTERED") {
    await setTimeout(100);
  }
}

async function call(method, path, body) {
  const answer = await fetch(process.env.RUBRIC_URL + path, {
    method,
    headers: { authorization: `Bearer ${process.env.ORGANISER_TOKEN}`, "content-type": "application/json" },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  }
  return JSON.parse(text);
}
