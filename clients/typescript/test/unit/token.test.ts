import assert from "node:assert/strict";
import { test } from "node:test";
import { ConnectionError, createKongdee, ProblemError } from "@kongdee/client";
import { json, problem, serve } from "../server.js";

/** A provider as a frontend has it: it keeps a token until it is told to renew. */
function provider() {
  let token = 1;
  const asked: boolean[] = [];
  return {
    asked,
    token: async ({ renew }: { renew: boolean }) => {
      asked.push(renew);
      if (renew) {
        await new Promise((turn) => setImmediate(turn));
        token++;
      }
      return `token-${token}`;
    },
  };
}

test("every request brings the token", async (t) => {
  const { url, received } = await serve(t, (answer) => json(answer, 200, {}));
  await createKongdee({ rubric: url, token: () => "mine" }).rubric.GET("/v1/me");
  assert.equal(received[0]?.headers.authorization, "Bearer mine");
});

test("a refused token is renewed, and the request repeated with its body", async (t) => {
  const { url, received } = await serve(t, (answer, { headers }) =>
    headers.authorization === "Bearer token-2" ? json(answer, 200, { done: true }) : problem(answer, 401, "unauthenticated"),
  );
  const { token, asked } = provider();

  await createKongdee({ rubric: url, token }).rubric.PUT("/v1/units/{unit}", {
    params: { path: { unit: "SLK" } },
    body: { title: { en: "Office", th: "สำนักงาน" }, sections: [] },
  });

  assert.deepEqual(asked, [false, true]);
  assert.equal(received.length, 2);
  assert.equal(received[0]?.body, received[1]?.body);
  assert.match(received[1]!.body, /สำนักงาน/);
});

test("many that are refused at once renew once", async (t) => {
  const waiting: (() => void)[] = [];
  const { url, received } = await serve(t, async (answer, { headers }) => {
    if (headers.authorization === "Bearer token-2") {
      json(answer, 200, {});
      return;
    }
    // All are refused together, and none before the last one has come.
    await new Promise<void>((go) => (waiting.push(go) === 10 ? waiting.forEach((each) => each()) : undefined));
    problem(answer, 401, "unauthenticated");
  });
  const { token, asked } = provider();
  const { rubric } = createKongdee({ rubric: url, token });

  await Promise.all(Array.from({ length: 10 }, () => rubric.GET("/v1/me")));

  assert.equal(asked.filter((renew) => renew).length, 1);
  assert.equal(received.length, 20);
});

test("who is refused late takes the token that was renewed meanwhile", async (t) => {
  let letGo = () => {};
  const { url } = await serve(t, async (answer, { headers, url }) => {
    if (headers.authorization === "Bearer token-2") {
      json(answer, 200, {});
      return;
    }
    if (url === "/v1/units") {
      await new Promise<void>((go) => (letGo = go));
    }
    problem(answer, 401, "unauthenticated");
  });
  const { token, asked } = provider();
  const { rubric } = createKongdee({ rubric: url, token });

  const late = rubric.GET("/v1/units");
  await rubric.GET("/v1/me");
  letGo();
  await late;

  assert.equal(asked.filter((renew) => renew).length, 1);
});

test("a token that is refused twice is a problem, and asked for anew the next time", async (t) => {
  const { url } = await serve(t, (answer) => problem(answer, 401, "unauthenticated"));
  let renewed = 0;
  const { rubric } = createKongdee({ rubric: url, token: ({ renew }) => (renew && renewed++, "same") });

  for (const expected of [1, 2]) {
    await assert.rejects(rubric.GET("/v1/me"), (e) => e instanceof ProblemError && e.is("unauthenticated"));
    assert.equal(renewed, expected);
  }
});

test("a provider that fails is asked again by the next request", async (t) => {
  const { url } = await serve(t, (answer, _, nth) => (nth < 3 ? problem(answer, 401, "unauthenticated") : json(answer, 200, {})));
  let renewals = 0;
  const token = ({ renew }: { renew: boolean }) => {
    if (renew && renewals++ === 0) {
      throw new Error("Signed out");
    }
    return "mine";
  };
  const { rubric } = createKongdee({ rubric: url, token });

  await assert.rejects(rubric.GET("/v1/me"), /^Error: Signed out$/);
  await rubric.GET("/v1/me");
  assert.equal(renewals, 2);
});

test("a provider whose network is away is a fault of the connection", async (t) => {
  const { url } = await serve(t, (answer) => answer.destroy());
  const { rubric } = createKongdee({ rubric: url, token: async () => (await fetch(url)).text() });
  await assert.rejects(rubric.GET("/v1/me"), (e) => e instanceof ConnectionError && /token/.test(e.message));
});
