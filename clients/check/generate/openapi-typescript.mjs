// Types of paths and schemas, for openapi-fetch. Bytes become Blob, which the generator leaves to its caller.

import { mkdirSync, writeFileSync } from "node:fs";
import openapiTS, { astToString, stringToAST } from "openapi-typescript";

const [BLOB] = stringToAST("type Bytes = Blob").map((alias) => alias.type);
const out = new URL("../target/generated/openapi-typescript/", import.meta.url);
mkdirSync(out, { recursive: true });
for (const service of ["rubric", "evidence", "notification"]) {
  const contract = new URL(`../../../contracts/${service}-service.yaml`, import.meta.url);
  const types = await openapiTS(contract, {
    transform: (schema) => (schema.format === "binary" ? BLOB : undefined),
  });
  writeFileSync(new URL(`${service}.ts`, out), astToString(types));
}
