import assert from "node:assert/strict";
import { test } from "node:test";
import { createKongdee, type CycleEvent } from "@kongdee/client";
import { as, contest, setting, UNIT } from "./world.js";

test("events come as they happen, and those of a connection that was cut are not missed", async () => {
  const cycle = await contest();
  // A fetch whose first stream of events can be cut, as a network does it.
  let cut = () => {};
  let streams = 0;
  const watching = createKongdee({
    rubric: setting("RUBRIC_URL"),
    token: () => setting("OFFICER_TOKEN"),
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      if (streams++ > 0 || !response.body) {
        return response;
      }
      const broken = new AbortController();
      cut = () => broken.abort(new TypeError("cut"));
      return new Response(response.body.pipeThrough(new TransformStream(), { signal: broken.signal }), response);
    },
  });
  const found: CycleEvent[] = [];
  for await (const event of watching.events(cycle, { onState: (state) => state === "open" && streams === 1 && void score(cycle, "1.1.2") })) {
    if (event.type === "score" && found.push(event) === 2) {
      break;
    }
    if (event.type === "score") {
      cut();
      // While nobody listens.
      await score(cycle, "1.1.3");
    }
  }
  assert.deepEqual(found.map(({ data }) => (data as { criterion: string }).criterion), ["1.1.2", "1.1.3"]);
  assert.equal(streams, 2);
});

test("events behind a position come first", async () => {
  const cycle = await contest();
  const officer = as("OFFICER");
  const first = await one(officer.events(cycle, { onState: (state) => state === "open" && void score(cycle, "1.1.2") }));
  await score(cycle, "1.1.3");
  const second = await one(officer.events(cycle, { after: first.id! }));
  assert.equal((second.data as { criterion: string }).criterion, "1.1.3");
});

async function score(cycle: string, criterion: string) {
  const line = { unit: UNIT, criterion, claim: { rung: 1 } };
  for await (const { problem } of as("OFFICER").sendScores(cycle, [line], { overwrite: true })) {
    assert.equal(problem, null);
  }
}

async function one(events: AsyncIterable<CycleEvent>): Promise<CycleEvent> {
  for await (const event of events) {
    if (event.type === "score") {
      return event;
    }
  }
  throw new Error("The stream ended");
}
