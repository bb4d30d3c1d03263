import assert from "node:assert/strict";
import { test } from "node:test";
import { createKongdee, ProblemError } from "@kongdee/client";
import { type Handler, json, problem, serve } from "../server.js";

const PATH = "/v1/collections/{collection}/evidence";
const BODY = { unit: "SLK", slot: "1.1.2", title: "ประกาศ", date: "2026-01-10", link: "https://www.example.org/" };

for (const [name, refuse] of [
  ["nothing answers", (answer) => answer.destroy()],
  ["too much is asked", (answer) => problem(answer, 429, "too-many-requests", { "Retry-After": "0" })],
  ["a neighbour is away", (answer) => problem(answer, 503, "unavailable", { "Retry-After": "0" })],
  ["a proxy finds no service", (answer) => answer.writeHead(502).end("<html>")],
  ["a twin is under way", (answer) => problem(answer, 409, "idempotency-in-progress")],
] as [string, Handler][]) {
  test(`sends again with the same key when ${name}`, async (t) => {
    const { url, received } = await serve(t, (answer, request, nth) =>
      nth < 3 ? refuse(answer, request, nth) : json(answer, 201, { id: "1" }),
    );
    const kongdee = createKongdee({ evidence: url });

    const { data } = await kongdee.once((key) => file(kongdee, key));

    assert.equal(data.id, "1");
    assert.equal(received.length, 3);
    const keys = received.map(({ headers }) => headers["idempotency-key"]);
    assert.match(String(keys[0]), /^[\x21-\x7e]{32}$/);
    assert.deepEqual(new Set(keys).size, 1);
  });
}

test("two requests have two keys", async (t) => {
  const { url, received } = await serve(t, (answer) => json(answer, 201, {}));
  const kongdee = createKongdee({ evidence: url });
  await kongdee.once((key) => file(kongdee, key));
  await kongdee.once((key) => file(kongdee, key));
  assert.notEqual(received[0]?.headers["idempotency-key"], received[1]?.headers["idempotency-key"]);
});

test("a key of one's own is the one that is sent", async (t) => {
  const { url, received } = await serve(t, (answer) => json(answer, 201, {}));
  const kongdee = createKongdee({ evidence: url });
  await kongdee.once((key) => file(kongdee, key), { idempotencyKey: "job-2026-01-10" });
  assert.equal(received[0]?.headers["idempotency-key"], "job-2026-01-10");
});

test("what will not be otherwise is not sent again", async (t) => {
  const { url, received } = await serve(t, (answer) => problem(answer, 409, "collection-closed"));
  const kongdee = createKongdee({ evidence: url });
  await assert.rejects(kongdee.once((key) => file(kongdee, key)), (e) => e instanceof ProblemError && e.is("collection-closed"));
  assert.equal(received.length, 1);
});

test("gives up after so many tries, with the last refusal", async (t) => {
  const { url, received } = await serve(t, (answer) => problem(answer, 503, "unavailable"));
  const kongdee = createKongdee({ evidence: url });
  await assert.rejects(
    kongdee.once((key) => file(kongdee, key), { tries: 2 }),
    (e) => e instanceof ProblemError && e.status === 503,
  );
  assert.equal(received.length, 2);
});

test("does not wait for a whole day", async (t) => {
  const { url, received } = await serve(t, (answer) => problem(answer, 429, "too-many-requests", { "Retry-After": "86400" }));
  const kongdee = createKongdee({ evidence: url });
  await assert.rejects(
    kongdee.once((key) => file(kongdee, key)),
    (e) => e instanceof ProblemError && e.retryAfter === 86_400_000,
  );
  assert.equal(received.length, 1);
});

test("waits as long as it was told", async (t) => {
  let refused = 0;
  const { url, received } = await serve(t, (answer, _, nth) => {
    if (nth === 1) {
      refused = performance.now();
      problem(answer, 503, "unavailable", { "Retry-After": "2" });
    } else {
      json(answer, 201, { waited: performance.now() - refused });
    }
  });
  const kongdee = createKongdee({ evidence: url });
  const { data } = await kongdee.once((key) => file(kongdee, key));
  // Never sooner; how much later is not ours to say.
  assert.ok((data as unknown as { waited: number }).waited >= 1_990);
  assert.equal(received.length, 2);
});

test("waiting ends with the signal", async (t) => {
  const stop = new AbortController();
  const { url, received } = await serve(t, (answer) => {
    problem(answer, 503, "unavailable", { "Retry-After": "20" });
    answer.on("finish", () => setTimeout(() => stop.abort(new Error("enough")), 50));
  });
  const kongdee = createKongdee({ evidence: url });
  await assert.rejects(kongdee.once((key) => file(kongdee, key), { signal: stop.signal }), /^Error: enough$/);
  assert.equal(received.length, 1);
});

function file(kongdee: ReturnType<typeof createKongdee>, key: string) {
  const params = { path: { collection: "x" }, header: { "Idempotency-Key": key } };
  return kongdee.evidence.POST(PATH, { params, body: BODY });
}
