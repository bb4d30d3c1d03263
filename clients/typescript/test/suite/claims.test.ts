import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import type { Rubric } from "@kongdee/client";
import { as, openCycle, publish, SCORE, UNIT } from "./world.js";

const CLAIMS: [criterion: string, claim: Rubric["Claim"], points: number][] = [
  ["ladder", { rung: 2 }, 2],
  ["composite", { parts: { a: 1, b: 0 } }, 1],
  ["tiers", { tiers: [{ tier: "LOCAL" }, { tier: "NATIONAL", variant: "related" }] }, 3],
  ["numeric", { value: 4.25 }, 4.25],
  ["binary", { met: true }, 1],
  ["exempt", { notApplicable: "Has no such thing" }, 0],
];

let cycle: string;
before(async () => {
  const document = new URL("../../../../check/stories/every-scheme.json", import.meta.url);
  const rubric = JSON.parse(readFileSync(document, "utf8")) as Rubric["RubricDocument"];
  await publish(rubric);
  cycle = await openCycle(rubric, { start: "2026-01-01", end: "2026-12-31" }, [UNIT]);
});

for (const [criterion, claim, points] of CLAIMS) {
  test(`a claim for ${criterion} is read as it was written`, async () => {
    const { rubric } = as("OFFICER");
    const params = { path: { cycle, unit: UNIT, criterion } };
    const { data: written } = await rubric.PUT(SCORE, { params, body: { claim } });
    const { data: read } = await rubric.GET(SCORE, { params });
    assert.deepEqual(read, written);
    assert.deepEqual(withoutNulls(read.claim), claim);
    assert.equal(read.points, points);
  });
}

function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, each: unknown) => each ?? undefined));
}
