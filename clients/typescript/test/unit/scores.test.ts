import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { test, type TestContext } from "node:test";
import { ConnectionError, createKongdee, type Rubric } from "@kongdee/client";
import { problem, serve } from "../server.js";

type Line = Rubric["ScoreLine"];

const NDJSON = "application/x-ndjson";

test("outcomes come while lines are still to be sent", async (t) => {
  const { url } = await scoreServer(t);
  const outcomes: number[] = [];
  let heard = () => {};
  async function* oneAfterTheOther() {
    for (let n = 1; n <= 5; n++) {
      const answered = new Promise<void>((go) => (heard = go));
      yield line(n);
      await answered;
    }
  }

  const sending = createKongdee({ rubric: url }).sendScores("x", oneAfterTheOther());
  let last = await sending.next();
  for (; !last.done; last = await sending.next()) {
    outcomes.push(last.value.line);
    heard();
  }

  assert.deepEqual(outcomes, [1, 2, 3, 4, 5]);
  assert.deepEqual(last.value, { accepted: 5, rejected: 0 });
});

test("options are those of the query", async (t) => {
  const { url, urls } = await scoreServer(t);
  await drain(createKongdee({ rubric: url }).sendScores("x y", [line(1)], { dryRun: true, overwrite: false }));
  assert.deepEqual(urls, ["/v1/cycles/x%20y/scores?dryRun=true&overwrite=false"]);
});

test("lines that a refused token went with are sent again with the next one", async (t) => {
  const { url, bodies } = await scoreServer(t, "Bearer new");
  let pulled = 0;
  function* counted() {
    for (let n = 1; n <= 50; n++) {
      pulled++;
      yield line(n);
    }
  }

  const summary = await drain(
    createKongdee({ rubric: url, token: ({ renew }) => (renew ? "new" : "old") }).sendScores("x", counted()),
  );

  assert.deepEqual(summary, { accepted: 50, rejected: 0 });
  assert.equal(pulled, 50);
  assert.deepEqual(bodies.at(-1), Array.from({ length: 50 }, (_, n) => line(n + 1)));
});

test("an answer without its last line was cut off", async (t) => {
  const { url } = await serve(t, (answer) => answer.writeHead(200, { "Content-Type": NDJSON }).end(outcome(1)));
  await assert.rejects(
    drain(createKongdee({ rubric: url }).sendScores("x", [line(1)])),
    (e) => e instanceof ConnectionError && /behind line 1;/.test(e.message),
  );
});

test("what the lines themselves throw is what is thrown", async (t) => {
  const { url } = await scoreServer(t);
  async function* breaking() {
    yield line(1);
    throw new Error("The file ends here");
  }
  await assert.rejects(drain(createKongdee({ rubric: url }).sendScores("x", breaking())), /^Error: The file ends here$/);
});

test("who stops closes the source of the lines, and the request", async (t) => {
  const { url, ended } = await scoreServer(t);
  let closed = false;
  async function* endless() {
    try {
      for (let n = 1; ; n++) {
        yield line(n);
        await new Promise((turn) => setImmediate(turn));
      }
    } finally {
      closed = true;
    }
  }
  for await (const _ of createKongdee({ rubric: url }).sendScores("x", endless())) {
    break;
  }
  assert.ok(closed);
  await ended;
});

test("batches have a key each, count their lines together and are sent again", async (t) => {
  const { url, received } = await serve(t, (answer, request, nth) => {
    if (nth === 2) {
      answer.writeHead(200, { "Content-Type": NDJSON }).write(outcome(1));
      answer.destroy();
      return;
    }
    if (nth === 3) {
      problem(answer, 503, "unavailable", { "Retry-After": "0" });
      return;
    }
    const count = request.body.trim().split("\n").length;
    const lines = Array.from({ length: count }, (_, n) => outcome(n + 1));
    answer.writeHead(200, { "Content-Type": NDJSON }).end(`${lines.join("")}{"accepted":${count},"rejected":0}\n`);
  });
  const found: number[] = [];

  const sending = createKongdee({ rubric: url }).sendScores("x", [1, 2, 3, 4, 5].map(line), { batch: 2 });
  let last = await sending.next();
  for (; !last.done; last = await sending.next()) {
    found.push(last.value.line);
  }

  assert.deepEqual(found, [1, 2, 3, 4, 5]);
  assert.deepEqual(last.value, { accepted: 5, rejected: 0 });
  const keys = received.map(({ headers }) => headers["idempotency-key"]);
  assert.equal(received.length, 5);
  assert.deepEqual(keys.slice(1, 4), [keys[1], keys[1], keys[1]]);
  assert.equal(new Set(keys).size, 3);
});

function line(n: number): Line {
  return { unit: "SLK", criterion: `1.${n}`, claim: { rung: 1 } };
}

function outcome(line: number) {
  return `${JSON.stringify({ line, status: 200, problem: null, points: 1, etag: '"1"' })}\n`;
}

async function drain(outcomes: AsyncGenerator<unknown, Rubric["BulkSummary"]>) {
  for (;;) {
    const { done, value } = await outcomes.next();
    if (done) {
      return value;
    }
  }
}

/** The lines of a request, whose sender may go away in the middle. */
async function* lines(request: IncomingMessage) {
  try {
    yield* createInterface({ input: request });
  } catch (e) {
    if (!request.errored) {
      throw e;
    }
  }
}

/** Answers each line as it comes, and refuses other tokens only after it has read some. */
async function scoreServer(t: TestContext, token?: string) {
  const urls: string[] = [];
  const bodies: Line[][] = [];
  let end = () => {};
  const ended = new Promise<void>((done) => (end = done));
  const server = createServer(async (request: IncomingMessage, answer: ServerResponse) => {
    urls.push(request.url ?? "");
    const body: Line[] = [];
    bodies.push(body);
    request.on("close", end);
    for await (const text of lines(request)) {
      body.push(JSON.parse(text) as Line);
      if (token !== undefined && request.headers.authorization !== token) {
        problem(answer, 401, "unauthenticated", { Connection: "close" });
        return;
      }
      if (body.length === 1) {
        answer.writeHead(200, { "Content-Type": NDJSON });
      }
      answer.write(outcome(body.length));
    }
    answer.end(`${JSON.stringify({ accepted: body.length, rejected: 0 })}\n`);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, urls, bodies, ended };
}
