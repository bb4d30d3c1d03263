// Where the suite is, who calls, and what the tests make there for themselves.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { createKongdee, ProblemError, type Rubric } from "@kongdee/client";

export const UNIT = "SLK";
export const SCORE = "/v1/cycles/{cycle}/assessments/{unit}/scores/{criterion}";

export type Role = "OFFICER" | "ORGANISER" | "AUTOMATION" | "VIEWER";

/** A client with the token of a role. */
export function as(role: Role, language: "th" | "en" = "en") {
  return createKongdee({
    rubric: setting("RUBRIC_URL"),
    evidence: setting("EVIDENCE_URL"),
    notification: setting("NOTIFICATION_URL"),
    token: () => setting(`${role}_TOKEN`),
    language,
  });
}

/** A cycle of the contest's rubric, in which unit SLK takes part and can file evidence. */
export async function contest(): Promise<string> {
  const cycle = await openCycle(
    { rubric: "division-contest", version: "2565" },
    { start: "2021-08-01", end: "2022-07-30" },
    [UNIT],
  );
  const { rubric } = as("ORGANISER");
  const params = { path: { cycle, unit: UNIT } };
  // evidence-service is told in the background.
  while ((await rubric.GET("/v1/cycles/{cycle}/assessments/{unit}", { params })).data.evidence !== "REGISTERED") {
    await setTimeout(100);
  }
  return cycle;
}

/** A cycle with so many criteria in each of so many units. */
export async function wide(criteria: number, count: number): Promise<{ cycle: string; units: string[]; criteria: string[] }> {
  const { rubric } = as("ORGANISER");
  const codes = Array.from({ length: criteria }, (_, n) => `c${n + 1}`);
  const document = {
    rubric: `wide-${criteria}`,
    version: "1",
    title: { en: "Wide", th: "กว้าง" },
    aggregate: "sum" as const,
    nodes: codes.map((code) => ({ code, title: { en: code, th: code }, scheme: "binary" as const, points: 1 })),
  };
  await publish(document);
  const units = Array.from({ length: count }, (_, n) => `WIDE-${n + 1}`);
  for (const unit of units) {
    await rubric.PUT("/v1/units/{unit}", { params: { path: { unit } }, body: { title: { en: unit, th: unit }, sections: [] } });
  }
  const cycle = await openCycle(document, { start: "2026-01-01", end: "2026-12-31" }, units);
  return { cycle, units, criteria: codes };
}

/** Imports a rubric, unless an earlier run has left it. */
export async function publish(document: Rubric["RubricDocument"]): Promise<void> {
  const { rubric } = as("ORGANISER");
  const path = { rubric: document.rubric, version: document.version };
  try {
    await rubric.POST("/v1/rubrics", { body: document });
    await rubric.POST("/v1/rubrics/{rubric}/versions/{version}/publish", { params: { path } });
  } catch (e) {
    if (!(e instanceof ProblemError && e.is("rubric-version-exists", "rubric-published"))) {
      throw e;
    }
  }
}

/** A cycle of a rubric, open, in which these units take part. */
export async function openCycle(
  { rubric, version }: { rubric: string; version: string },
  period: Rubric["Period"],
  units: string[],
): Promise<string> {
  const organiser = as("ORGANISER");
  const cycle = `ts-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  const params = { path: { cycle } };
  await organiser.rubric.PUT("/v1/cycles/{cycle}", {
    params,
    body: { rubric, version, period, timeZone: "Asia/Bangkok", review: "PEER", claimsWithoutEvidence: "FLAG" },
  });
  for (const unit of units) {
    await organiser.rubric.PUT("/v1/cycles/{cycle}/assessments/{unit}", { params: { path: { cycle, unit } } });
  }
  await organiser.once((key) =>
    organiser.rubric.POST("/v1/cycles/{cycle}/open", { params: { ...params, header: { "Idempotency-Key": key } } }),
  );
  return cycle;
}

/** Scores a criterion every now and then until it is told to stop. */
export async function keepScoring(cycle: string): Promise<() => Promise<void>> {
  const officer = as("OFFICER");
  let going = true;
  const done = (async () => {
    for (let n = 0; going; n++) {
      const line = { unit: UNIT, criterion: "1.1.4", claim: { rung: n % 2 } };
      for await (const { problem } of officer.sendScores(cycle, [line], { overwrite: true })) {
        assert.equal(problem, null);
      }
      await setTimeout(300);
    }
  })();
  return async () => {
    going = false;
    await done;
  };
}

export function setting(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} is not set`);
  return value;
}
