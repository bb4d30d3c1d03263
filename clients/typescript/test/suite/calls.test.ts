import assert from "node:assert/strict";
import { before, test } from "node:test";
import { etagOf, ifMatch, lines, pages, ProblemError } from "@kongdee/client";
import { all } from "../server.js";
import { as, contest, SCORE, UNIT, wide } from "./world.js";

let cycle: string;
before(async () => {
  cycle = await contest();
});

test("a claim shows in the unit's sheet, and the one of who saw an earlier one is stale, in Thai", async () => {
  const officer = as("OFFICER", "th");
  const params = { path: { cycle, unit: UNIT, criterion: "1.1.2" } };

  const first = await officer.rubric.PUT(SCORE, { params, body: { claim: { rung: 1 } } });
  const etag = etagOf(first.response);
  assert.ok(etag);
  const header = ifMatch(etag);
  await officer.rubric.PUT(SCORE, { params: { ...params, header }, body: { claim: { rung: 2 }, note: "หนังสือเวียน" } });

  const { data } = await officer.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}/sheet", { params });
  assert.equal(data.criteria.find(({ code }) => code === "1.1.2")?.claimed, 1.5);
  await assert.rejects(officer.rubric.PUT(SCORE, { params: { ...params, header }, body: { claim: { rung: 0 } } }), (e) => {
    assert.ok(e instanceof ProblemError && e.is("stale-version"));
    assert.match(e.detail, /[\u0e00-\u0e7f]/);
    assert.ok(e.requestId);
    return true;
  });
});

test("an invalid claim names the place", async () => {
  const params = { path: { cycle, unit: UNIT, criterion: "1.1.2" } };
  await assert.rejects(as("OFFICER").rubric.PUT(SCORE, { params, body: { claim: { rung: 9 } } }), (e) => {
    assert.ok(e instanceof ProblemError && e.is("invalid-claim"));
    assert.equal(e.errors[0]?.pointer, "/claim/rung");
    return true;
  });
});

test("what has not changed comes without data", async () => {
  const { rubric } = as("VIEWER");
  const path = { cycle };
  const { response } = await rubric.GET("/v1/cycles/{cycle}", { params: { path } });
  const again = await rubric.GET("/v1/cycles/{cycle}", {
    params: { path, header: { "If-None-Match": etagOf(response) } },
  });
  assert.equal(again.response.status, 304);
  assert.ok(!again.data);
});

test("units by pages are those by lines, and a ranking streams", async () => {
  const { rubric } = as("VIEWER");
  const taking = await wide(3, 3);
  const params = { path: { cycle: taking.cycle } };
  const list = "/v1/cycles/{cycle}/assessments";

  const byPages = await all(pages((page) => rubric.GET(list, { params: { ...params, query: { page, size: 2 } } })));
  assert.deepEqual(byPages.map(({ unit }) => unit), taking.units);
  const byLines = await all(lines(rubric, list, { params }));
  assert.deepEqual(byLines, byPages);
  const ranking = await all(lines(rubric, "/v1/cycles/{cycle}/ranking", { params }));
  assert.deepEqual(ranking.map(({ unit }) => unit).sort(), taking.units);
});

test("a request that is sent again with its key is done once", async () => {
  const { evidence, once } = as("OFFICER");
  const collection = "/v1/collections/{collection}/evidence";
  const path = { collection: cycle };
  const body = { unit: UNIT, slot: "1.1.3", title: `ครั้งเดียว ${cycle}`, date: "2022-01-10", link: "https://www.example.org/" };
  const file = (key: string) =>
    evidence.POST(collection, { params: { path, header: { "Idempotency-Key": key } }, body: { ...body, kind: "follow-up" } });

  const first = await once(file, { idempotencyKey: `${cycle}-1` });
  const second = await once(file, { idempotencyKey: `${cycle}-1` });

  assert.equal(second.data.id, first.data.id);
  assert.equal(second.response.headers.get("Idempotency-Replayed"), "true");
});
