// Where the services are, who calls, and what every client does with them.

import assert from "node:assert/strict";

export const RUBRIC = setting("RUBRIC_URL");
export const EVIDENCE = setting("EVIDENCE_URL");
export const OFFICER = setting("OFFICER_TOKEN");
export const ORGANISER = setting("ORGANISER_TOKEN");
export const UNIT = "SLK";

/** A claim for the criterion of each scheme. */
export const CLAIMS = [
  { criterion: "ladder", claim: { rung: 2 }, points: 2 },
  { criterion: "composite", claim: { parts: { a: 1, b: 0 } }, points: 1 },
  { criterion: "tiers", claim: { tiers: [{ tier: "LOCAL" }, { tier: "NATIONAL", variant: "related" }] }, points: 3 },
  { criterion: "numeric", claim: { value: 4.25 }, points: 4.25 },
  { criterion: "binary", claim: { met: true }, points: 1 },
  { criterion: "exempt", claim: { notApplicable: "Has no such thing" }, points: 0 },
];

/** What is filed as evidence, in a cycle whose first criterion takes reports. */
export const METADATA = { unit: UNIT, slot: "ladder", kind: "report", title: "รายงาน", date: "2026-02-01" };
export const FILE = new File(["รายงานผล"], "รายงาน.txt", { type: "text/plain" });

/** Whether what was read is the score that was written. */
export function isScore(read: { claim: unknown; points: number | null } | undefined, written: (typeof CLAIMS)[number]) {
  assert.deepEqual(withoutNulls(read?.claim), written.claim);
  assert.equal(read?.points, written.points);
}

/** Whether two pages of one item each are two pages of a longer list. */
export function arePages(...pages: ({ items: unknown[]; page: number; total: number } | undefined)[]) {
  const [first, second] = pages;
  assert.equal(first?.items.length, 1);
  assert.equal(second?.items.length, 1);
  assert.equal(second.page, 1);
  assert.ok(second.total >= 2);
  assert.notDeepEqual(first.items, second.items);
}

/** Whether what was downloaded is what was filed. */
export async function isFile(downloaded: Blob | undefined) {
  assert.equal(await downloaded?.text(), await FILE.text());
}

function withoutNulls(value: unknown) {
  return JSON.parse(JSON.stringify(value, (_, each) => each ?? undefined));
}

function setting(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is not set`);
  return value;
}
