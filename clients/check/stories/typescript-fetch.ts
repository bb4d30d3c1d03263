import { Configuration as Evidence, EvidenceApi, EvidenceToJSON, FilesApi } from "../target/generated/typescript-fetch/evidence";
import { Configuration as Rubric, CyclesApi, ScoresApi, UnitsApi } from "../target/generated/typescript-fetch/rubric";
import { arePages, CLAIMS, EVIDENCE, FILE, isFile, isScore, METADATA, OFFICER, ORGANISER, RUBRIC, UNIT } from "./world";

const CYCLE = "typescript-fetch";

const officer = new Rubric({ basePath: RUBRIC, accessToken: OFFICER });
const organiser = new Rubric({ basePath: RUBRIC, accessToken: ORGANISER });
const filing = new Evidence({ basePath: EVIDENCE, accessToken: OFFICER });

async function scores() {
  const api = new ScoresApi(officer);
  for (const each of CLAIMS) {
    const path = { cycle: CYCLE, unit: UNIT, criterion: each.criterion };
    isScore(await api.putScore({ ...path, putScore: { claim: each.claim } }), each);
    isScore(await api.getScore(path), each);
  }
}

async function pages() {
  const cycles = (page: number) => new CyclesApi(organiser).listCycles({ page, size: 1 });
  arePages(await cycles(0), await cycles(1));
  const units = (page: number) => new UnitsApi(organiser).listUnits({ page, size: 1 });
  arePages(await units(0), await units(1));
}

async function files() {
  // Inside a form the generator would send the day with a time.
  const metadata = EvidenceToJSON({ ...METADATA, date: new Date(METADATA.date) });
  const filed = await new EvidenceApi(filing).uploadEvidence({ collection: CYCLE, metadata, file: [FILE] });
  await isFile(await new FilesApi(filing).getFirstFile({ id: filed.id }));
}

export default [scores, pages, files];
