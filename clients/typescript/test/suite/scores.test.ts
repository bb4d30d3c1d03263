import assert from "node:assert/strict";
import { test } from "node:test";
import { problemName, type Rubric } from "@kongdee/client";
import { as, wide } from "./world.js";

const CRITERIA = 500;
const UNITS = 10;

for (const [name, options] of [
  ["in one stream, the second half when outcomes of the first have come", {}],
  ["in batches, as browsers send them", { batch: 1_000 }],
] as const) {
  test(`${CRITERIA * UNITS} scores go up ${name}`, { timeout: 120_000 }, async () => {
    const { cycle, units, criteria } = await wide(CRITERIA, UNITS);
    let told = () => {};
    const first = new Promise<void>((go) => (told = go));
    async function* lines(): AsyncGenerator<Rubric["ScoreLine"]> {
      for (const unit of units) {
        if (unit === units[UNITS / 2]) {
          await first;
        }
        for (const criterion of criteria) {
          yield { unit, criterion, claim: { met: true } };
        }
      }
      yield { unit: units[0]!, criterion: "c0", claim: { met: true } };
    }
    const automation = as("AUTOMATION");

    const outcomes = automation.sendScores(cycle, lines(), options);
    const refused: Rubric["ScoreOutcome"][] = [];
    let line = 0;
    let next = await outcomes.next();
    for (; !next.done; next = await outcomes.next()) {
      told();
      assert.equal(next.value.line, ++line);
      if (next.value.problem) {
        refused.push(next.value);
      }
    }

    const total = CRITERIA * UNITS;
    assert.deepEqual(next.value, { accepted: total, rejected: 1 });
    assert.equal(line, total + 1);
    assert.deepEqual(
      refused.map(({ line, status, problem }) => [line, status, problemName(problem!)]),
      [[total + 1, 422, "unknown-criterion"]],
    );
    const { data } = await as("VIEWER").rubric.GET("/v1/cycles/{cycle}/ranking", { params: { path: { cycle } } });
    assert.deepEqual(data.items.map(({ points }) => points), units.map(() => CRITERIA));
  });
}
