// Makes src/generated from the contracts: the types of each service, of the lines of its streams, and the names of all problems.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString, stringToAST } from "openapi-typescript";
import ts from "typescript";
import { parse } from "yaml";

const root = new URL("../../../", import.meta.url);
const out = new URL("../src/generated/", import.meta.url);

const [BLOB, NEVER] = stringToAST("type Bytes = Blob; type Absent = never").map((alias) => alias.type);
const ABSENT = "x-absent";
const NDJSON = "application/x-ndjson";

mkdirSync(out, { recursive: true });
for (const service of ["rubric", "evidence", "notification"]) {
  const contract = parse(readFileSync(new URL(`contracts/${service}-service.yaml`, root), "utf8"));
  const lines = linesOf(contract);
  excludeEachOther(contract.components.schemas);
  const types = await openapiTS(contract, {
    // A member with a default may be left out of a request; those of answers are all required.
    defaultNonNullable: false,
    transform: (schema) => (schema.format === "binary" ? BLOB : schema[ABSENT] ? NEVER : undefined),
  });
  writeFileSync(new URL(`${service}.ts`, out), `${astToString(undefinedIsAbsent(types))}\n${lines}`);
}
writeFileSync(new URL("problems.ts", out), problems());

// What a line of the whole list is, by path; x-representations says it, of which the generator knows nothing.
function linesOf(contract) {
  const members = Object.entries(contract.paths).flatMap(([path, { get }]) => {
    const line = get?.responses["200"]?.["x-representations"]?.[NDJSON];
    return line ? [`  ${JSON.stringify(path)}: components["schemas"][${JSON.stringify(name(line.schema))}];`] : [];
  });
  return `/** What one line is, of the lists that stream. */\nexport interface lines {\n${members.join("\n")}\n}\n`;
}

// Of closed alternatives, such as those of a claim, exactly one is meant; TypeScript would take members of several.
function excludeEachOther(schemas) {
  for (const { oneOf = [] } of Object.values(schemas)) {
    const closed = oneOf.map((each) => schemas[name(each)]);
    if (closed.length > 1 && closed.every((each) => each?.additionalProperties === false)) {
      const members = closed.map((each) => Object.keys(each.properties));
      for (const each of closed) {
        for (const other of members.flat()) {
          each.properties[other] ??= { [ABSENT]: true };
        }
      }
    }
  }
}

// What may be left out may be undefined as well: openapi-fetch leaves it out then.
function undefinedIsAbsent(types) {
  const { factory, SyntaxKind } = ts;
  const change = (context) => (type) => {
    const visit = (node) => {
      const each = ts.visitEachChild(node, visit, context);
      if (!ts.isPropertySignature(each) || !each.questionToken || each.type.kind === SyntaxKind.NeverKeyword) {
        return each;
      }
      const loose = factory.createUnionTypeNode([each.type, factory.createKeywordTypeNode(SyntaxKind.UndefinedKeyword)]);
      return factory.updatePropertySignature(each, each.modifiers, each.name, each.questionToken, loose);
    };
    return visit(type);
  };
  return ts.transform(types, [change]).transformed;
}

// From the page that has them all, those of single lines too.
function problems() {
  const page = readFileSync(new URL("docs/problems.md", root), "utf8");
  const rows = page.match(/^\|(?: `[a-z-]+`,?)+ \| \d{3} \|/gm) ?? [];
  const names = [...new Set(rows.flatMap((row) => row.match(/[a-z][a-z-]+/g)))].sort();
  if (names.length < 50) {
    throw new Error(`docs/problems.md has another form: found ${names.length} problems in its tables`);
  }
  return `/** The last part of a problem's type. */\nexport type ProblemName =\n${names.map((each) => `  | "${each}"`).join("\n")};\n`;
}

function name({ $ref = "" }) {
  return $ref.slice($ref.lastIndexOf("/") + 1);
}
