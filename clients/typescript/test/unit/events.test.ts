import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { createKongdee, type CycleEvent, type EventsOptions, ProblemError } from "@kongdee/client";
import { bytes, type Handler, pieces, problem, serve } from "../server.js";

const SSE = "text/event-stream;charset=UTF-8";
const DATA = { unit: "SLK", criterion: "1.1.2", stage: "SELF", action: "SCORED", code: null, status: null, due: null };

test("reads blocks of several lines, comments, and whatever the pieces cut in two", async (t) => {
  const thai = JSON.stringify({ ...DATA, unit: "สลก." }, null, 1);
  const stream = [
    "\ufeff: hello\r\n\r\n",
    `event: score\r\nid: 7\r\n${thai.split("\n").map((line) => `data: ${line}\r\n`).join("")}\r\n`,
    `:\r\nevent:evidence\rid:8\rdata:${JSON.stringify(DATA)}\r\r`,
    `event: unheard-of\nid: 9\ndata: {}\n\n`,
    `data: of no kind\n\n`,
    `event: milestone\nid: 1\0\ndata: ${JSON.stringify(DATA)}\n\n`,
    `event: score\nid: 10\ndata: half a block`,
  ].join("");

  const { found } = await follow(t, 3, (answer) => pieces(answer, SSE, bytes(stream)));

  assert.deepEqual(
    found.map(({ type, id, data }) => [type, id, (data as { unit: string }).unit]),
    [
      ["score", "7", "สลก."],
      ["evidence", "8", "SLK"],
      // Behind an event of no interest, and not by an id with U+0000.
      ["milestone", "9", "SLK"],
    ],
  );
});

test("goes on behind the last event when the connection is cut, and says how it stands", async (t) => {
  const { found, received, states } = await follow(t, 2, async (answer, _, nth) => {
    await pieces(answer, SSE, [block("score", `${nth}`), "event: score\nid: 99\ndata: {"]);
    answer.destroy();
  });
  assert.deepEqual(found.map(({ id }) => id), ["1", "2"]);
  assert.deepEqual(received.map(({ headers }) => headers["last-event-id"]), [undefined, "1"]);
  assert.deepEqual(states, ["open", "waiting", "open"]);
});

test("begins behind a position, and passes it on when nothing has come", async (t) => {
  const { received } = await follow(
    t,
    1,
    async (answer, _, nth) => {
      await pieces(answer, SSE, nth === 1 ? [":\n\n"] : [block("score", "6")]);
      answer.end();
    },
    { after: "5" },
  );
  assert.deepEqual(received.map(({ headers }) => headers["last-event-id"]), ["5", "5"]);
});

test("an id without an event is a position too", async (t) => {
  const { received } = await follow(t, 1, async (answer, _, nth) => {
    await pieces(answer, SSE, nth === 1 ? ["id: 4\n\n"] : [block("score", "5")]);
    answer.end();
  });
  assert.deepEqual(received.map(({ headers }) => headers["last-event-id"]), [undefined, "4"]);
});

test("says that it may have missed something where it knows no position", async (t) => {
  const { found } = await follow(t, 2, async (answer, _, nth) => {
    await pieces(answer, SSE, nth === 1 ? [":\n\n"] : [block("score", "5")]);
    answer.end();
  });
  assert.deepEqual(found.map(({ type, id }) => [type, id]), [["reset", undefined], ["score", "5"]]);
});

test("a reset takes back the position, or brings another one", async (t) => {
  const { found, received } = await follow(t, 4, async (answer, _, nth) => {
    await pieces(answer, SSE, [nth === 1 ? "event: reset\nid: b:0\ndata: {}\n\n" : "event: reset\ndata\n\n"]);
    answer.end();
  });
  assert.deepEqual(received.map(({ headers }) => headers["last-event-id"]), [undefined, "b:0", undefined]);
  // The fourth is its own: it does not know where it is.
  assert.deepEqual(found.map(({ type, id }) => [type, id]).slice(0, 3), [["reset", "b:0"], ["reset", "b:0"], ["reset", undefined]]);
});

test("waits as long as the stream says", async (t) => {
  let ended = 0;
  let waited = 0;
  await follow(t, 2, async (answer, _, nth) => {
    waited = performance.now() - ended;
    await pieces(answer, SSE, ["retry: 3000\n\n", "retry: soon\n\n", block("score", `${nth}`)]);
    ended = performance.now();
    answer.end();
  });
  // The half of it at least, so that not all come back at once; sooner would be the usual second.
  assert.ok(waited >= 1_490, `${waited}`);
});

test("a token that expires is renewed, and the stream goes on", async (t) => {
  let valid = "token-1";
  let current = "token-1";
  const { found, received } = await follow(
    t,
    2,
    async (answer, { headers }, nth) => {
      if (headers.authorization !== `Bearer ${valid}`) {
        problem(answer, 401, "unauthenticated");
        return;
      }
      await pieces(answer, SSE, [block("score", `${nth}`)]);
      valid = "token-2";
      answer.end();
    },
    {},
    ({ renew }) => (renew ? (current = "token-2") : current),
  );
  assert.deepEqual(found.map(({ id }) => id), ["1", "3"]);
  assert.deepEqual(received.map(({ headers }) => headers["last-event-id"]), [undefined, "1", "1"]);
});

test("waits for a service that is away, and tells why", async (t) => {
  const { found, whys } = await follow(t, 1, (answer, _, nth) =>
    nth === 1 ? problem(answer, 503, "unavailable", { "Retry-After": "0" }) : pieces(answer, SSE, [block("score", "1")]),
  );
  assert.equal(found.length, 1);
  assert.ok(whys[0] instanceof ProblemError && whys[0].is("unavailable"));
});

test("gives up a connection that has fallen silent", async (t) => {
  const { found } = await follow(
    t,
    2,
    (answer, _, nth) => pieces(answer, SSE, [block("score", `${nth}`)]),
    { silence: 200 },
  );
  assert.deepEqual(found.map(({ id }) => id), ["1", "2"]);
});

test("what will not be otherwise ends it", async (t) => {
  await assert.rejects(
    follow(t, 1, (answer) => problem(answer, 404, "not-found")),
    (e) => e instanceof ProblemError && e.is("not-found"),
  );
});

test("ends quietly with the signal, and lets go of the connection", async (t) => {
  const stop = new AbortController();
  let closed: Promise<unknown> | undefined;
  const { url } = await serve(t, (answer) => {
    closed = new Promise((done) => answer.on("close", done));
    return pieces(answer, SSE, [block("score", "1") + block("score", "2")]);
  });
  const found: unknown[] = [];
  for await (const { id } of createKongdee({ rubric: url }).events("x", { signal: stop.signal })) {
    found.push(id);
    stop.abort();
  }
  assert.deepEqual(found, ["1"]);
  await closed;
});

function block(event: string, id: string): string {
  return `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(DATA)}\n\n`;
}

/** Follows a stream until it has given so many events. */
async function follow(
  t: TestContext,
  count: number,
  handler: Handler,
  options: EventsOptions = {},
  token?: (wanted: { renew: boolean }) => string,
) {
  const { url, received } = await serve(t, handler);
  const found: CycleEvent[] = [];
  const states: string[] = [];
  const whys: unknown[] = [];
  const onState = (state: string, why?: unknown) => {
    states.push(state);
    if (state === "waiting") {
      whys.push(why);
    }
  };
  for await (const event of createKongdee({ rubric: url, token }).events("x", { ...options, onState })) {
    if (found.push(event) === count) {
      break;
    }
  }
  return { found, received, states, whys };
}
