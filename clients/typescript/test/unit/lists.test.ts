import assert from "node:assert/strict";
import { test } from "node:test";
import { ConnectionError, createKongdee, lines, pages } from "@kongdee/client";
import { all, bytes, json, pieces, serve } from "../server.js";

const NDJSON = "application/x-ndjson";

test("pages are asked for until the total is there", async (t) => {
  const units = ["A", "B", "C", "D", "E"];
  const { url, received } = await serve(t, (answer, request) => {
    const page = Number(new URL(request.url, "http://x").searchParams.get("page"));
    json(answer, 200, { items: units.slice(page * 2, page * 2 + 2), page, size: 2, total: units.length });
  });
  const { rubric } = createKongdee({ rubric: `${url}/` });

  const found = await all(pages((page) => rubric.GET("/v1/units", { params: { query: { page, size: 2 } } })));

  assert.deepEqual(found, units);
  assert.deepEqual(received.map((each) => each.url), [0, 1, 2].map((page) => `/v1/units?page=${page}&size=2`));
});

test("an empty list is one page, and so is one that shrank", async (t) => {
  const { url, received } = await serve(t, (answer) => json(answer, 200, { items: [], page: 0, size: 50, total: 7 }));
  const { rubric } = createKongdee({ rubric: url });
  assert.deepEqual(await all(pages((page) => rubric.GET("/v1/units", { params: { query: { page } } }))), []);
  assert.equal(received.length, 1);
});

for (const [name, text] of [
  ["with a line feed at the end", '{"unit":"สลก."}\n{"unit":"B"}\n'],
  ["without one", '{"unit":"สลก."}\n{"unit":"B"}'],
  ["behind a byte order mark", '\ufeff{"unit":"สลก."}\n{"unit":"B"}\n'],
  ["with CRLF and empty lines", '{"unit":"สลก."}\r\n\r\n\n{"unit":"B"}\r\n'],
] as const) {
  test(`reads lines ${name}, cut anywhere`, async (t) => {
    const { url, received } = await serve(t, async (answer) => {
      await pieces(answer, NDJSON, bytes(text));
      answer.end();
    });
    assert.deepEqual(await all(lines(createKongdee({ rubric: url }).rubric, "/v1/units")), [{ unit: "สลก." }, { unit: "B" }]);
    assert.equal(received[0]?.headers.accept, NDJSON);
  });
}

test("a line is there before the next one is sent", async (t) => {
  let sendOn = () => {};
  const { url } = await serve(t, async (answer) => {
    await pieces(answer, NDJSON, ['{"unit":"A"}\n']);
    await new Promise<void>((go) => (sendOn = go));
    answer.end('{"unit":"B"}\n');
  });
  const found: string[] = [];
  for await (const { unit } of lines(createKongdee({ rubric: url }).rubric, "/v1/units")) {
    found.push(unit);
    sendOn();
  }
  assert.deepEqual(found, ["A", "B"]);
});

test("a list that breaks off is an error, behind what had come", async (t) => {
  const { url } = await serve(t, async (answer) => {
    await pieces(answer, NDJSON, ['{"unit":"A"}\n{"uni']);
    answer.destroy();
  });
  await breaksOff(url);
});

test("half a line at the end is an error too", async (t) => {
  const { url } = await serve(t, async (answer) => {
    await pieces(answer, NDJSON, ['{"unit":"A"}\n{"uni']);
    answer.end();
  });
  await breaksOff(url);
});

test("who stops reading lets go of the connection", async (t) => {
  let closed: Promise<unknown> | undefined;
  const { url } = await serve(t, (answer) => {
    closed = new Promise((done) => answer.on("close", done));
    return pieces(answer, NDJSON, ['{"unit":"A"}\n']);
  });
  for await (const _ of lines(createKongdee({ rubric: url }).rubric, "/v1/units")) {
    break;
  }
  await closed;
});

test("reading ends with the signal", async (t) => {
  const stop = new AbortController();
  const { url } = await serve(t, (answer) => pieces(answer, NDJSON, ['{"unit":"A"}\n']));
  const { rubric } = createKongdee({ rubric: url });
  await assert.rejects(async () => {
    for await (const _ of lines(rubric, "/v1/units", { signal: stop.signal })) {
      stop.abort(new Error("enough"));
    }
  }, /^Error: enough$/);
});

async function breaksOff(url: string) {
  const found: string[] = [];
  await assert.rejects(
    async () => {
      for await (const { unit } of lines(createKongdee({ rubric: url }).rubric, "/v1/units")) {
        found.push(unit);
      }
    },
    (e) => e instanceof ConnectionError,
  );
  assert.deepEqual(found, ["A"]);
}
