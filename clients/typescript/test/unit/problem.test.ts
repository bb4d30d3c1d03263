import assert from "node:assert/strict";
import { test } from "node:test";
import { ConnectionError, createKongdee, ProblemError } from "@kongdee/client";
import { json, problem, serve } from "../server.js";

test("what a service refuses is an error with all that it says", async (t) => {
  const { url, received } = await serve(t, (answer) =>
    json(answer, 422, {
      type: "https://kongdee.org/problems/invalid-claim",
      title: "ข้อเสนอไม่ตรงกับเกณฑ์",
      status: 422,
      detail: "ไม่มีขั้น 9",
      instance: "/v1/me",
      requestId: "7f3a",
      errors: [{ pointer: "/claim/rung", parameter: null, detail: "ไม่มีขั้น 9", line: null, column: null }],
      outcomes: [{ line: 1 }],
    }),
  );
  const { rubric } = createKongdee({ rubric: url, language: () => "th" });

  const error = await refusal(rubric.GET("/v1/me"));

  assert.equal(received[0]?.headers["accept-language"], "th");
  assert.equal(error.status, 422);
  assert.equal(error.slug, "invalid-claim");
  assert.equal(error.title, "ข้อเสนอไม่ตรงกับเกณฑ์");
  assert.equal(error.detail, "ไม่มีขั้น 9");
  assert.equal(error.errors[0]?.pointer, "/claim/rung");
  assert.deepEqual(error.members, { outcomes: [{ line: 1 }] });
  assert.equal(error.requestId, "7f3a");
  assert.equal(error.retryAfter, undefined);
  assert.equal(error.message, "422 invalid-claim: ไม่มีขั้น 9");
  assert.ok(error.is("stale-version", "invalid-claim"));
  assert.ok(!error.is("stale-version"));
});

test("the page of a proxy is a problem too", async (t) => {
  const { url } = await serve(t, (answer) =>
    answer.writeHead(502, { "Content-Type": "text/html; charset=utf-8" }).end("<html>Bad Gateway</html>"),
  );

  const error = await refusal(createKongdee({ rubric: url }).rubric.GET("/v1/me"));

  assert.equal(error.status, 502);
  assert.equal(error.type, "about:blank");
  assert.equal(error.title, "Bad Gateway");
  assert.match(error.detail, /text\/html/);
  assert.deepEqual(error.errors, []);
});

for (const [name, body] of [
  ["an empty body", ""],
  ["other JSON", '{"message":"no"}'],
  ["a JSON text", '"no"'],
  ["JSON that breaks off", '{"type":"https://kong'],
] as const) {
  test(`a refusal with ${name} is a problem of its status`, async (t) => {
    const { url } = await serve(t, (answer) => answer.writeHead(418, { "X-Request-Id": "9" }).end(body));

    const error = await refusal(createKongdee({ rubric: url }).rubric.GET("/v1/me"));

    assert.equal(error.status, 418);
    assert.equal(error.type, "about:blank");
    assert.equal(error.requestId, "9");
  });
}

test("Retry-After may be seconds or a date", async (t) => {
  const { url } = await serve(t, (answer, _, nth) =>
    problem(answer, 503, "unavailable", {
      "Retry-After": ["", "2", new Date(Date.now() + 3_600_000).toUTCString(), "soon"][nth]!,
    }),
  );
  const { rubric } = createKongdee({ rubric: url });

  assert.equal((await refusal(rubric.GET("/v1/me"))).retryAfter, 2_000);
  const hour = (await refusal(rubric.GET("/v1/me"))).retryAfter ?? 0;
  assert.ok(hour > 3_000_000 && hour <= 3_600_000, `${hour}`);
  assert.equal((await refusal(rubric.GET("/v1/me"))).retryAfter, undefined);
});

test("no answer is an error of the connection that keeps its cause and tells no path", async (t) => {
  const { url } = await serve(t, (answer) => answer.destroy());
  const { notification } = createKongdee({ notification: url });

  await assert.rejects(notification.GET("/v1/calendars/{token}.ics", { params: { path: { token: "secret" } } }), (e) => {
    assert.ok(e instanceof ConnectionError);
    assert.ok(e.cause instanceof TypeError);
    assert.equal(e.message, `${url} did not answer`);
    return true;
  });
});

test("who aborts gets the reason", async (t) => {
  const stop = new AbortController();
  const { url } = await serve(t, () => stop.abort(new Error("enough")));

  await assert.rejects(createKongdee({ rubric: url }).rubric.GET("/v1/me", { signal: stop.signal }), /^Error: enough$/);
});

test("nothing has changed is an answer without data", async (t) => {
  const { url } = await serve(t, (answer) => answer.writeHead(304, { ETag: '"3"' }).end());

  const { data, response } = await createKongdee({ rubric: url }).rubric.GET("/v1/cycles/{cycle}", {
    params: { path: { cycle: "x" }, header: { "If-None-Match": '"3"' } },
  });

  assert.equal(response.status, 304);
  assert.ok(!data);
});

test("a service without an address says which one", () => {
  assert.throws(() => createKongdee({ rubric: "http://localhost" }).evidence, /no address of evidence-service/);
});

async function refusal(call: Promise<unknown>): Promise<ProblemError> {
  try {
    await call;
  } catch (e) {
    assert.ok(e instanceof ProblemError, String(e));
    return e;
  }
  throw new Error("It was not refused");
}
