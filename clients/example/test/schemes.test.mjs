// A claim of every scheme, through its form, and by keyboard alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn } from "./people.mjs";
import { everyScheme } from "./rubrics.mjs";
import { ORIGIN, UNIT, newCycle, officer, open } from "./world.mjs";

/** @type {string} */
let cycle;
/** @type {Awaited<ReturnType<typeof open>>} */
let site;
/** @type {import("./world.mjs").Page} */
let page;

before(async () => {
  cycle = await newCycle(...(await everyScheme()), ["SMALL"]);
  site = await open(cycle);
  page = await site.page();
  await signIn(page, "officer");
});

after(async () => {
  await site?.close();
});

/** @type {[criterion: string, enter: (form: import("playwright-core").Locator) => Promise<void>, claim: object, points: number][]} */
const CLAIMS = [
  ["1.1", (form) => form.locator("[name='/claim/rung'][value='2']").check(), { rung: 2 }, 2],
  [
    "1.2",
    async (form) => {
      await form.locator("[name='/claim/parts/a'][value='1']").check();
      await form.locator("[name='/claim/parts/b'][value='0']").check();
    },
    { parts: { a: 1, b: 0 } },
    1,
  ],
  [
    "2.1",
    async (form) => {
      await form.getByLabel("ระดับท้องถิ่น (1)").check();
      await form.locator("[value='NATIONAL']").check();
      await form.locator("select").selectOption("mission");
    },
    { tiers: [{ tier: "LOCAL" }, { tier: "NATIONAL", variant: "mission" }] },
    3,
  ],
  ["2.2", (form) => form.locator("[name='/claim/value']").fill("4.25"), { value: 4.25 }, 4.25],
  ["3.1", (form) => form.locator("[value='true']").check(), { met: true }, 1],
  [
    "3.1",
    async (form) => {
      await form.getByLabel("ไม่เกี่ยวข้องกับหน่วยงาน").check();
      await form.locator("[name='/claim/notApplicable']").fill("ไม่มีหน้าที่รับเรื่องร้องเรียน");
    },
    { notApplicable: "ไม่มีหน้าที่รับเรื่องร้องเรียน" },
    0,
  ],
];

for (const [criterion, enter, claim, points] of CLAIMS) {
  test(`claims ${JSON.stringify(claim)}`, async () => {
    await visit(criterion);
    await enter(page.locator("#claim"));
    await page.locator("#save").click();
    await page.locator("#said", { hasText: `บันทึกแล้ว: ${points} คะแนน` }).waitFor({ state: "attached" });
    assert.deepEqual(withoutNulls(await score(criterion)), claim);
  });
}

test("claims by keyboard alone", async () => {
  await page.goto(`${ORIGIN}/#/sheet/${UNIT}`);
  await page.locator("#line-1\\.1").waitFor();
  await press("Tab", (active) => active.id === "line-1.1");
  await page.keyboard.press("Enter");
  await page.locator("h1", { hasText: "1.1 " }).waitFor();
  // The focus goes with what is shown, so that a screen reader reads on there.
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
  await press("Tab", (active) => active.name === "/claim/rung");
  await page.keyboard.press("ArrowUp");
  await press("Tab", (active) => active.name === "/note");
  await page.keyboard.type("ยังไม่ประกาศ");
  await press("Tab", (active) => active.id === "save");
  await page.keyboard.press("Enter");
  await page.locator("#said", { hasText: "บันทึกแล้ว: 1 คะแนน" }).waitFor({ state: "attached" });
  assert.deepEqual(await score("1.1"), { rung: 1 });
  assert.equal(await page.evaluate(() => document.activeElement?.id), "save");
});

test("keeps what one is writing when somebody else changes it", async () => {
  await visit("1.1");
  await page.locator("[name='/note']").fill("กำลังเขียน");
  const params = { path: { cycle, unit: UNIT, criterion: "1.1" }, header: { "If-Match": "*" } };
  await officer.rubric.PUT("/v1/cycles/{cycle}/assessments/{unit}/scores/{criterion}", { params, body: { claim: { rung: 0 } } });
  await page.locator("#claim .hint").waitFor();
  assert.equal(await page.locator("[name='/note']").inputValue(), "กำลังเขียน");
  assert.deepEqual(page.faults, []);
});

/** @type {(key: string, there: (active: {id: string, name: string | null}) => boolean) => Promise<void>} */
async function press(key, there) {
  for (let times = 0; times < 60; times++) {
    await page.keyboard.press(key);
    const active = await page.evaluate(() => ({ id: document.activeElement?.id ?? "", name: document.activeElement?.getAttribute("name") ?? null }));
    if (there(active)) {
      return;
    }
  }
  assert.fail(`${key} does not lead to ${there}`);
}

async function visit(/** @type {string} */ criterion) {
  await page.goto(`${ORIGIN}/#/criterion/${UNIT}/${criterion}`);
  await page.locator("h1", { hasText: `${criterion} ` }).waitFor();
}

async function score(/** @type {string} */ criterion) {
  const path = { cycle, unit: UNIT, criterion };
  return (await officer.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}/scores/{criterion}", { params: { path } })).data.claim;
}

function withoutNulls(/** @type {unknown} */ value) {
  return JSON.parse(JSON.stringify(value, (_, each) => each ?? undefined));
}
