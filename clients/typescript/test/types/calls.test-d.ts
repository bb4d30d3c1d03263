// What compiles and what does not: tsc alone runs this. A line behind @ts-expect-error that compiles is an error.

import { createKongdee, lines, pages, type Rubric } from "@kongdee/client";
import { type Equal, is } from "./equal.js";

const kongdee = createKongdee({ rubric: "http://localhost:8081" });
const path = { cycle: "division-contest-2569", unit: "SLK" };
const score = "/v1/cycles/{cycle}/assessments/{unit}/scores/{criterion}";

export async function answers() {
  const { data } = await kongdee.rubric.GET("/v1/cycles/{cycle}", { params: { path } });
  is<Equal<typeof data, Rubric["Cycle"]>>();

  const perhaps = await kongdee.rubric.GET("/v1/cycles/{cycle}", {
    params: { path, header: { "If-None-Match": '"1"' } },
  });
  is<Equal<typeof perhaps.data, Rubric["Cycle"] | undefined>>();

  const removed = await kongdee.rubric.DELETE(score, {
    params: { path: { ...path, criterion: "1.1.2" }, header: { "If-Match": '"1"' } },
  });
  is<Equal<typeof removed.data, undefined>>();

  const file = await kongdee.evidence.GET("/v1/evidence/{id}/content", {
    params: { path: { id: "0192f3a4-5b6c-4d7e-8f90-a1b2c3d4e5f6" } },
    parseAs: "blob",
  });
  is<Equal<typeof file.data, Blob>>();
}

export async function whatIsNotInTheContract() {
  // @ts-expect-error no such path
  await kongdee.rubric.GET("/v1/cycle");
  // @ts-expect-error it is a GET
  await kongdee.rubric.DELETE("/v1/me");
  // @ts-expect-error the path has parameters
  await kongdee.rubric.GET("/v1/cycles/{cycle}");
  // @ts-expect-error one of them is missing
  await kongdee.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}", { params: { path: { cycle: "x" } } });
  // @ts-expect-error no such parameter
  await kongdee.rubric.GET("/v1/cycles", { params: { query: { sise: 10 } } });
  // @ts-expect-error a number
  await kongdee.rubric.GET("/v1/cycles", { params: { query: { size: "10" } } });
  // @ts-expect-error the other service has it
  await kongdee.evidence.GET("/v1/cycles");
}

export async function claims() {
  const params = { path: { ...path, criterion: "1.1.2" } };
  await kongdee.rubric.PUT(score, { params, body: { claim: { rung: 2 }, note: null } });
  await kongdee.rubric.PUT(score, { params, body: { claim: { parts: { a: 3, b: 1 } } } });
  await kongdee.rubric.PUT(score, { params, body: { claim: { tiers: [{ tier: "GOVERNMENT", variant: "relatedToMission" }] } } });
  // @ts-expect-error a body is needed
  await kongdee.rubric.PUT(score, { params });
  // @ts-expect-error a number
  await kongdee.rubric.PUT(score, { params, body: { claim: { rung: "2" } } });
  // @ts-expect-error no such claim
  await kongdee.rubric.PUT(score, { params, body: { claim: { step: 2 } } });
  // @ts-expect-error one claim at a time
  await kongdee.rubric.PUT(score, { params, body: { claim: { rung: 2, met: true } } });
  // @ts-expect-error no such member
  await kongdee.rubric.PUT(score, { params, body: { claim: { rung: 2 }, remark: "" } });
}

export async function lists() {
  for await (const cycle of pages((page) => kongdee.rubric.GET("/v1/cycles", { params: { query: { page, size: 200 } } }))) {
    is<Equal<typeof cycle, Rubric["Cycle"]>>();
  }
  const due = (page: number) => kongdee.rubric.GET("/v1/cycles/{cycle}/milestones", { params: { path, query: { page } } });
  for await (const milestone of pages(due)) {
    is<Equal<typeof milestone, Rubric["Milestone"]>>();
  }
  for await (const row of lines(kongdee.rubric, "/v1/cycles/{cycle}/ranking", { params: { path } })) {
    is<Equal<typeof row, Rubric["RankingEntry"]>>();
  }
  for await (const unit of lines(kongdee.rubric, "/v1/units")) {
    is<Equal<typeof unit, Rubric["Unit"]>>();
  }
  // @ts-expect-error the path has parameters
  lines(kongdee.rubric, "/v1/cycles/{cycle}/ranking");
  // @ts-expect-error no such parameter
  lines(kongdee.rubric, "/v1/units", { params: { query: { query: "S" } } });
  // @ts-expect-error it does not stream
  lines(kongdee.rubric, "/v1/me");
  for await (const outcome of kongdee.sendScores("x", [{ unit: "SLK", criterion: "1.1.2", claim: { rung: 2 } }])) {
    is<Equal<typeof outcome, Rubric["ScoreOutcome"]>>();
  }
  // @ts-expect-error no such stage
  kongdee.sendScores("x", [{ unit: "SLK", criterion: "1.1.2", stage: "FINAL", claim: { rung: 2 } }]);
}
