import createClient from "openapi-fetch";
import type { paths as EvidencePaths } from "../target/generated/openapi-typescript/evidence";
import type { paths as RubricPaths } from "../target/generated/openapi-typescript/rubric";
import { arePages, CLAIMS, EVIDENCE, FILE, isFile, isScore, METADATA, OFFICER, ORGANISER, RUBRIC, UNIT } from "./world";

const CYCLE = "openapi-fetch";

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const rubric = createClient<RubricPaths>({ baseUrl: RUBRIC, headers: bearer(OFFICER) });
const organiser = createClient<RubricPaths>({ baseUrl: RUBRIC, headers: bearer(ORGANISER) });
const evidence = createClient<EvidencePaths>({ baseUrl: EVIDENCE, headers: bearer(OFFICER) });

async function scores() {
  for (const each of CLAIMS) {
    const path = { cycle: CYCLE, unit: UNIT, criterion: each.criterion };
    const score = "/v1/cycles/{cycle}/assessments/{unit}/scores/{criterion}";
    isScore((await rubric.PUT(score, { params: { path }, body: { claim: each.claim } })).data, each);
    isScore((await rubric.GET(score, { params: { path } })).data, each);
  }
}

async function pages() {
  const cycles = (page: number) => organiser.GET("/v1/cycles", { params: { query: { page, size: 1 } } });
  arePages((await cycles(0)).data, (await cycles(1)).data);
  const units = (page: number) => organiser.GET("/v1/units", { params: { query: { page, size: 1 } } });
  arePages((await units(0)).data, (await units(1)).data);
}

async function files() {
  const { data: filed } = await evidence.POST("/v1/collections/{collection}/evidence/files", {
    params: { path: { collection: CYCLE } },
    body: { metadata: METADATA, file: [FILE] },
    bodySerializer: ({ metadata, file }) => {
      const form = new FormData();
      form.append("metadata", new Blob([JSON.stringify(metadata)], { type: "application/json" }));
      file.forEach((each) => form.append("file", each));
      return form;
    },
  });
  const params = { path: { id: filed?.id ?? "" } };
  await isFile((await evidence.GET("/v1/evidence/{id}/content", { params, parseAs: "blob" })).data);
}

export default [scores, pages, files];
