import { createClient as createEvidence } from "../target/generated/hey-api/evidence/client";
import { uploadEvidence, getFirstFile } from "../target/generated/hey-api/evidence";
import { createClient as createRubric } from "../target/generated/hey-api/rubric/client";
import { getScore, listCycles, listUnits, putScore } from "../target/generated/hey-api/rubric";
import { arePages, CLAIMS, EVIDENCE, FILE, isFile, isScore, METADATA, OFFICER, ORGANISER, RUBRIC, UNIT } from "./world";

const CYCLE = "hey-api";

const rubric = createRubric({ baseUrl: RUBRIC, auth: OFFICER, throwOnError: true });
const organiser = createRubric({ baseUrl: RUBRIC, auth: ORGANISER, throwOnError: true });
const evidence = createEvidence({ baseUrl: EVIDENCE, auth: OFFICER, throwOnError: true });

async function scores() {
  for (const each of CLAIMS) {
    const path = { cycle: CYCLE, unit: UNIT, criterion: each.criterion };
    isScore((await putScore({ client: rubric, path, body: { claim: each.claim } })).data, each);
    isScore((await getScore({ client: rubric, path })).data, each);
  }
}

async function pages() {
  const cycles = (page: number) => listCycles({ client: organiser, query: { page, size: 1 } });
  arePages((await cycles(0)).data, (await cycles(1)).data);
  const units = (page: number) => listUnits({ client: organiser, query: { page, size: 1 } });
  arePages((await units(0)).data, (await units(1)).data);
}

async function files() {
  const filed = await uploadEvidence({
    client: evidence,
    path: { collection: CYCLE },
    body: { metadata: METADATA, file: [FILE] },
  });
  // A text would be read as one otherwise, whatever the contract says.
  const path = { id: filed.data?.id ?? "" };
  await isFile((await getFirstFile({ client: evidence, path, parseAs: "blob" })).data);
}

export default [scores, pages, files];
