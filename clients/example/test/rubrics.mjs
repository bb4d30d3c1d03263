// A rubric with a criterion of every scheme, in three dimensions, with groups of units.

import { ProblemError } from "@kongdee/client";
import { organiser } from "./world.mjs";

/** @type {(th: string, en: string) => {th: string, en: string}} */
const both = (th, en) => ({ th, en });

/** @type {import("@kongdee/client").Rubric["RubricDocument"]} */
const document = {
  rubric: "example-schemes",
  version: "1",
  title: both("เกณฑ์ทุกรูปแบบ", "One criterion of every scheme"),
  aggregate: "sum",
  kinds: [{ code: "report", title: both("รายงาน", "Report") }],
  groups: [
    { code: "SMALL", title: both("หน่วยงานขนาดเล็ก", "Small units") },
    { code: "LARGE", title: both("หน่วยงานขนาดใหญ่", "Large units") },
  ],
  nodes: [
    {
      code: "1",
      title: both("การนำองค์กร", "Leadership"),
      aggregate: "sum",
      nodes: [
        {
          code: "1.1",
          title: both("ประกาศนโยบาย", "Policy made known"),
          kinds: ["report"],
          scheme: "ladder",
          rungs: [
            { points: 1, title: both("ร่างแล้ว", "Drafted"), when: 'count("report") >= 1' },
            { points: 1, title: both("ประกาศแล้ว", "Made known"), when: 'count("report") >= 2' },
          ],
        },
        {
          code: "1.2",
          title: both("การสื่อสาร", "Communication"),
          scheme: "composite",
          parts: [
            { code: "a", title: both("ภายใน", "Inside"), rungs: [{ points: 1, title: both("ทำแล้ว", "Done") }] },
            { code: "b", title: both("ภายนอก", "Outside"), rungs: [{ points: 1, title: both("ทำแล้ว", "Done") }] },
          ],
        },
      ],
    },
    {
      code: "2",
      title: both("ผลงาน", "Results"),
      aggregate: "sum",
      nodes: [
        {
          code: "2.1",
          title: both("รางวัล", "Awards"),
          scheme: "tiers",
          tiers: [
            { code: "LOCAL", title: both("ระดับท้องถิ่น", "Local"), points: 1 },
            {
              code: "NATIONAL",
              title: both("ระดับชาติ", "National"),
              variants: [
                { code: "other", title: both("ไม่เกี่ยวกับภารกิจ", "Not of the mission"), points: 2 },
                { code: "mission", title: both("เกี่ยวกับภารกิจ", "Of the mission"), points: 3 },
              ],
            },
          ],
        },
        { code: "2.2", title: both("ความพึงพอใจ", "Satisfaction"), scheme: "numeric", min: 0, max: 10 },
      ],
    },
    {
      code: "3",
      title: both("ธรรมาภิบาล", "Integrity"),
      aggregate: "sum",
      nodes: [{ code: "3.1", title: both("มีช่องทางร้องเรียน", "Takes complaints"), notApplicable: "allowed", scheme: "binary", points: 1 }],
    },
  ],
};

/**
 * Published, by this run or an earlier one.
 * @returns {Promise<[rubric: string, version: string]>}
 */
export async function everyScheme() {
  const path = { rubric: document.rubric, version: document.version };
  try {
    await organiser.rubric.GET("/v1/rubrics/{rubric}/versions/{version}", { params: { path } });
  } catch (error) {
    if (!(error instanceof ProblemError && error.status === 404)) {
      throw error;
    }
    await organiser.rubric.POST("/v1/rubrics", { body: document });
    await organiser.rubric.POST("/v1/rubrics/{rubric}/versions/{version}/publish", { params: { path } });
  }
  return [document.rubric, document.version];
}
