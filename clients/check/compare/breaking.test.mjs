import assert from "node:assert/strict";
import { test } from "node:test";
import { breaking } from "./breaking.mjs";

/** A small contract: one operation that puts a thing and answers it. */
function contract() {
  return {
    paths: {
      "/v1/things/{thing}": {
        put: {
          operationId: "putThing",
          tags: ["Things"],
          parameters: [{ name: "thing", in: "path", required: true, schema: { type: "string", maxLength: 32 } }],
          requestBody: {
            required: true,
            content: { "application/json": { schema: { $ref: "#/components/schemas/PutThing" } } },
            "x-representations": { "application/yaml": { schema: { type: "string" } } },
          },
          responses: {
            200: {
              headers: { ETag: {} },
              content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
              "x-representations": {
                "application/x-ndjson": {
                  schema: { $ref: "#/components/schemas/Thing" },
                  last: { $ref: "#/components/schemas/Met" },
                },
              },
            },
            409: problems("wrong-state"),
            412: problems("stale-version"),
            default: problems("unavailable", "too-large"),
          },
          security: [{ token: ["author", "organiser"] }],
        },
      },
    },
    components: {
      schemas: {
        PutThing: {
          type: "object",
          required: ["kind"],
          additionalProperties: false,
          properties: {
            kind: { type: "string", enum: ["A", "B"] },
            note: { type: ["string", "null"], maxLength: 100, pattern: "\\S" },
            count: { type: "integer", format: "int32", minimum: 0, default: 1 },
            claim: { oneOf: ["Rung", "Value", "Met"].map((each) => ({ $ref: `#/components/schemas/${each}` })) },
          },
        },
        Thing: {
          type: "object",
          required: ["kind", "owner", "things"],
          properties: {
            kind: { type: "string", enum: ["A", "B"], maxLength: 1 },
            owner: { anyOf: [{ $ref: "#/components/schemas/Met" }, { type: "null" }] },
            things: { type: "array", items: { $ref: "#/components/schemas/Thing" } },
          },
        },
        Rung: closed("rung", "integer"),
        Value: closed("value", "number"),
        Met: closed("met", "boolean"),
      },
    },
  };
}

function closed(name, type) {
  return { type: "object", required: [name], additionalProperties: false, properties: { [name]: { type } } };
}

function problems(...types) {
  return {
    content: { "application/problem+json": { examples: Object.fromEntries(types.map((each) => [each, {}])) } },
  };
}

const put = (c) => c.paths["/v1/things/{thing}"].put;
const asked = (c) => c.components.schemas.PutThing;
const answered = (c) => c.components.schemas.Thing;

const BREAKS = {
  "is gone": (c) => delete c.paths["/v1/things/{thing}"].put,
  "operationId was putThing and is storeThing": (c) => (put(c).operationId = "storeThing"),
  "its tag was Things": (c) => (put(c).tags = ["Other"]),
  "the role author may no longer call it": (c) => (put(c).security = [{ token: ["organiser"] }]),
  "parameter thing is gone": (c) => (put(c).parameters = []),
  "parameter thing: maxLength was 32 and is 16": (c) => (put(c).parameters[0].schema.maxLength = 16),
  "parameter If-Match is new and required": (c) =>
    put(c).parameters.push({ name: "If-Match", in: "header", required: true, schema: { type: "string" } }),
  "body as application/yaml is gone": (c) => delete put(c).requestBody["x-representations"],
  "PutThing, sent: size is required now": (c) => {
    asked(c).required.push("size");
    asked(c).properties.size = { type: "integer" };
  },
  "PutThing, sent: note is no longer taken": (c) => delete asked(c).properties.note,
  "PutThing, sent: note: maxLength was 100 and is 10": (c) => (asked(c).properties.note.maxLength = 10),
  "PutThing, sent: note: pattern was \\S and is ^x": (c) => (asked(c).properties.note.pattern = "^x"),
  "PutThing, sent: note: type was string or null and is string": (c) => (asked(c).properties.note.type = "string"),
  "PutThing, sent: kind: enum was A, B and is A": (c) => (asked(c).properties.kind.enum = ["A"]),
  "PutThing, sent: kind: minLength was not limited and is 1": (c) => (asked(c).properties.kind.minLength = 1),
  "PutThing, sent: count: minimum was 0 and is 1": (c) => (asked(c).properties.count.minimum = 1),
  "PutThing, sent: count: the default was 1 and is 2": (c) => (asked(c).properties.count.default = 2),
  "PutThing, sent: claim: no longer taken is the alternative Met": (c) => asked(c).properties.claim.oneOf.pop(),
  "Rung, sent: rung: maximum was not limited and is 9": (c) =>
    (c.components.schemas.Rung.properties.rung.maximum = 9),
  "200 is gone": (c) => delete put(c).responses[200],
  "200: header ETag is gone": (c) => delete put(c).responses[200].headers.ETag,
  "200 as application/x-ndjson is gone": (c) => delete put(c).responses[200]["x-representations"],
  "200 as application/x-ndjson, last line: met is gone": (c) =>
    delete put(c).responses[200]["x-representations"]["application/x-ndjson"].last,
  "Thing, answered: kind is gone": (c) => delete answered(c).properties.kind,
  "Thing, answered: kind: enum was A, B and is A, B, C": (c) => answered(c).properties.kind.enum.push("C"),
  "Thing, answered: kind: type was string and is string or null": (c) => (answered(c).properties.kind.type = ["string", "null"]),
  "Thing, answered: kind may be left out of answers": (c) => answered(c).required.shift(),
  "Thing, answered: owner: more is new where nothing else was to come": (c) =>
    (c.components.schemas.Met.properties.more = { type: "string" }),
  "201 is new": (c) => (put(c).responses[201] = { content: {} }),
  "423 is new": (c) => (put(c).responses[423] = problems("locked")),
  "412: problem gone is new": (c) => (put(c).responses[412] = problems("stale-version", "gone")),
  "schema Rung: is gone": (c) => {
    c.components.schemas.Step = c.components.schemas.Rung;
    delete c.components.schemas.Rung;
    asked(c).properties.claim.oneOf[0].$ref = "#/components/schemas/Step";
  },
};

for (const [fault, change] of Object.entries(BREAKS)) {
  test(`breaks: ${fault}`, () => {
    const after = contract();
    change(after);
    const faults = breaking(contract(), after);
    assert.ok(
      faults.some((each) => each.includes(fault)),
      faults.join("\n") || "nothing is said to break",
    );
  });
}

const BREAKS_NOTHING = {
  "the same": () => {},
  "a new operation": (c) => (c.paths["/v1/things"] = { get: { operationId: "listThings", responses: {} } }),
  "another role": (c) => put(c).security[0].token.push("assessor"),
  "a new optional parameter": (c) => put(c).parameters.push({ name: "dryRun", in: "query", schema: { type: "boolean" } }),
  "a new optional member of a request": (c) => (asked(c).properties.size = { type: ["integer", "null"] }),
  "a member that is no longer required": (c) => (asked(c).required = []),
  "a new value in a request": (c) => asked(c).properties.kind.enum.push("C"),
  "a wider limit": (c) => (asked(c).properties.note.maxLength = 200),
  "a limit less": (c) => delete asked(c).properties.count.minimum,
  "larger numbers in a request": (c) => (asked(c).properties.count.format = "int64"),
  "another alternative in a request": (c) => {
    c.components.schemas.Tier = closed("tier", "string");
    asked(c).properties.claim.oneOf.push({ $ref: "#/components/schemas/Tier" });
  },
  "a new member of an answer": (c) => {
    answered(c).properties.byName = { type: ["string", "null"] };
    answered(c).required.push("byName");
  },
  "a member that is no longer null": (c) => (answered(c).properties.owner = { $ref: "#/components/schemas/Met" }),
  "a value that is no longer answered": (c) => answered(c).properties.kind.enum.pop(),
  "304 for who asks": (c) => (put(c).responses[304] = {}),
  "a conflict more": (c) => (put(c).responses[409] = problems("wrong-state", "duplicate")),
  "a broken rule's status with what all operations refuse": (c) => (put(c).responses[413] = problems("too-large")),
  "a problem that no longer occurs": (c) => delete put(c).responses[412],
  "one schema for all alternatives": (c) =>
    (asked(c).properties.claim = {
      type: "object",
      properties: { rung: { type: "integer" }, value: { type: "number" }, met: { type: "boolean" } },
    }),
  "one more representation": (c) =>
    (put(c).responses[200]["x-representations"]["text/csv"] = { schema: { type: "string" } }),
  "longer texts in answers": (c) => {
    asked(c).properties.note.maxLength = 200;
    delete answered(c).properties.kind.maxLength;
  },
  "a default that was not told": (c) => (asked(c).properties.kind.default = "A"),
  "other words": (c) => (answered(c).description = "A thing."),
};

for (const [what, change] of Object.entries(BREAKS_NOTHING)) {
  test(`breaks nothing: ${what}`, () => {
    const after = contract();
    change(after);
    assert.deepEqual(breaking(contract(), after), []);
  });
}
