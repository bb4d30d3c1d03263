import { uploadEvidence, getFirstFile } from "../target/generated/orval/evidence";
import { getScore, listCycles, listUnits, putScore } from "../target/generated/orval/rubric";
import { signIn } from "./orval-send";
import { arePages, CLAIMS, FILE, isFile, isScore, METADATA, OFFICER, ORGANISER, UNIT } from "./world";

const CYCLE = "orval";

/** What was answered, if it is no problem. */
function succeeded<A extends { status: number; data: unknown }>(answer: A): Extract<A, { status: 200 | 201 }>["data"] {
  if (answer.status >= 300) {
    throw new Error(JSON.stringify(answer.data));
  }
  return answer.data;
}

async function scores() {
  signIn(OFFICER);
  for (const each of CLAIMS) {
    isScore(succeeded(await putScore(CYCLE, UNIT, each.criterion, { claim: each.claim })), each);
    isScore(succeeded(await getScore(CYCLE, UNIT, each.criterion)), each);
  }
}

async function pages() {
  signIn(ORGANISER);
  const cycles = async (page: number) => succeeded(await listCycles({ page, size: 1 }));
  arePages(await cycles(0), await cycles(1));
  const units = async (page: number) => succeeded(await listUnits({ page, size: 1 }));
  arePages(await units(0), await units(1));
}

async function files() {
  signIn(OFFICER);
  const filed = succeeded(await uploadEvidence(CYCLE, { metadata: METADATA, file: [FILE] }));
  await isFile(succeeded(await getFirstFile(filed.id)));
}

export default [scores, pages, files];
