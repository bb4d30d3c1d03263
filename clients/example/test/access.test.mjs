// Every view in both languages, on a desk and on a phone: axe finds nothing serious, nothing is wider than the page. What it
// looks like is in target/, for people to see.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { signIn } from "./people.mjs";
import { ORIGIN, TARGET, UNIT, automation, newCycle, officer, open } from "./world.mjs";

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

/** @type {Awaited<ReturnType<typeof open>>} */
let site;

before(async () => {
  const cycle = await newCycle("division-contest", "2565");
  const path = { cycle, unit: UNIT };
  await officer.rubric.PUT("/v1/cycles/{cycle}/assessments/{unit}/plan", {
    params: { path },
    body: { criteria: { "1.1.2": { owners: ["LEGAL"], text: { th: "แจ้งเวียนทุกส่วนงาน", en: "Told to every section" }, milestones: [{ code: "1", due: "--01-15" }] } } },
  });
  for (const [criterion, rung] of /** @type {const} */ ([["1.1.1", 1], ["1.1.2", 2], ["1.1.3", 1]])) {
    await officer.rubric.PUT("/v1/cycles/{cycle}/assessments/{unit}/scores/{criterion}", { params: { path: { ...path, criterion } }, body: { claim: { rung }, note: "ตามมติที่ประชุม" } });
  }
  for (const [n, title] of ["แจ้งเวียนแนวปฏิบัติในไลน์กลุ่ม", "ประกาศบนเว็บไซต์กรม"].entries()) {
    const file = new File(["หลักฐาน"], `หลักฐานที่ ${n + 1}.txt`, { type: "text/plain" });
    await officer.upload(cycle, { unit: UNIT, slot: "1.1.2", kind: "communication", channel: "website", section: "LEGAL", title, date: "2021-12-01" }, [file]);
  }
  await readyOthers(cycle);
  site = await open(cycle);
});

after(async () => {
  await site?.close();
});

/** @type {[who: "officer" | "colleague" | "viewer", views: Record<string, string>][]} */
const VIEWS = [
  ["officer", { sheet: `sheet/${UNIT}`, criterion: `criterion/${UNIT}/1.1.2`, evidence: `evidence/${UNIT}`, steps: `steps/${UNIT}`, duties: "duties", nowhere: "nowhere" }],
  ["colleague", { review: `criterion/${UNIT}/1.1.2` }],
  ["viewer", { units: "units", ranking: "ranking", heat: "heat", radar: `radar/${UNIT}` }],
];

for (const language of ["th", "en"]) {
  for (const [who, views] of VIEWS) {
    test(`${who} can use every view in ${language}`, async () => {
      const page = await site.page({ locale: language === "th" ? "th-TH" : "en-GB", viewport: DESK, reducedMotion: "reduce" });
      await page.goto(ORIGIN);
      await usable(page, `start-${language}`);
      await signIn(page, who);
      for (const [name, path] of Object.entries(views)) {
        await page.goto(`${ORIGIN}/#/${path}`);
        await page.locator(`main[aria-busy='false'] h1`).waitFor();
        await page.waitForFunction((hash) => location.hash === hash, `#/${path}`);
        await usable(page, `${name}-${language}`);
      }
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });
  }

  test(`a problem and a conflict are told in ${language}`, async () => {
    const page = await site.page({ locale: language === "th" ? "th-TH" : "en-GB", viewport: DESK });
    await signIn(page, "officer");
    await page.goto(`${ORIGIN}/#/criterion/${UNIT}/1.1.2`);
    await page.locator("#claim [name='/claim/rung'][value='0']").check();
    await page.route("**/scores/1.1.2?*", async (route) => {
      // Somebody else is faster by this much.
      await route.continue({ headers: { ...route.request().headers(), ...(route.request().method() === "PUT" && { "if-match": '"0"' }) } });
    });
    await page.locator("#save").click();
    await page.locator(".conflict").waitFor();
    await page.locator("[name='/title']").fill("x");
    await page.locator("[name='/date']").fill("2565-01-10");
    await page.locator("[name='files']").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") });
    await page.locator("#upload").click();
    await page.locator(".problem").waitFor();
    await usable(page, `problem-${language}`);
    await page.context().close();
  });
}

/** What other units claim, so that league table and heat map have something to show. */
async function readyOthers(/** @type {string} */ cycle) {
  const { data: sheet } = await officer.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}/sheet", { params: { path: { cycle, unit: UNIT } } });
  const ladders = sheet.criteria.filter(({ code }) => /^[12]\./.test(code)).map(({ code }) => code);
  const scores = ladders.flatMap((criterion, n) =>
    Array.from({ length: 12 }, (_, unit) => ({
      unit: `EXAMPLE-${String(unit + 1).padStart(2, "0")}`,
      criterion,
      stage: /** @type {const} */ ("SELF"),
      claim: { rung: (n * 7 + unit * 3) % 3 },
    })),
  );
  for await (const _ of automation.sendScores(cycle, scores)) {
    // A criterion with fewer rungs refuses the second; the others stand.
  }
}

/** @type {(page: import("./world.mjs").Page, name: string) => Promise<void>} */
async function usable(page, name) {
  for (const [size, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: `${TARGET}${name}-${size}.png`, fullPage: true });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => /** @type {any} */ (window).axe.run());
    const grave = violations.filter((/** @type {import("axe-core").Result} */ { impact }) => impact === "serious" || impact === "critical");
    assert.deepEqual(grave.map((/** @type {import("axe-core").Result} */ { id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`), [], `${name} ${size}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= viewport.width, `${name} is ${width} px wide on ${viewport.width}`);
  }
}
