// What an officer does, from signing in to signing out: each of it in Chromium, against the running suite.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { ifMatch } from "@kongdee/client";
import { line } from "./line.mjs";
import { signIn } from "./people.mjs";
import { ORIGIN, RUBRIC, UNIT, newCycle, officer, open, organiser, until } from "./world.mjs";

const SCORE = "/v1/cycles/{cycle}/assessments/{unit}/scores/{criterion}";
const CHOSEN = { th: "ขั้นที่", saved: "บันทึกแล้ว" };

/** @type {string} */
let cycle;
/** @type {Awaited<ReturnType<typeof line>>} */
let toRubric;
/** @type {Awaited<ReturnType<typeof open>>} */
let site;
/** @type {import("./world.mjs").Page} */
let page;

before(async () => {
  cycle = await newCycle("division-contest", "2565");
  for (let n = 1; n <= 12; n++) {
    const body = { unit: UNIT, slot: "1.1.2", kind: "communication", channel: "website", title: `ประกาศฉบับที่ ${n}`, date: "2021-12-01", link: `https://www.example.org/${n}` };
    await officer.evidence.POST("/v1/collections/{collection}/evidence", { params: { path: { collection: cycle } }, body });
  }
  const today = new Date().toISOString().slice(0, 10);
  await organiser.notification.PUT("/v1/tasks/{task}", {
    params: { path: { task: cycle } },
    body: { unit: UNIT, title: { th: "ส่งรายงานให้ผู้จัด", en: "Send the organiser a report" }, sections: ["LEGAL"], due: today },
  });
  toRubric = await line(RUBRIC);
  site = await open(cycle, { rubric: toRubric.url });
  page = await site.page();
});

after(async () => {
  await site?.close();
  toRubric?.close();
});

test("signs in", async () => {
  await signIn(page, "officer");
  assert.equal(await page.locator("html").getAttribute("lang"), "th");
});

test("shows who has signed in", async () => {
  assert.match(await page.locator("#me").innerText(), /สำนักงานเลขานุการกรม/);
});

test("shows the rubric's dimensions", async () => {
  const { data } = await officer.rubric.GET("/v1/rubrics/{rubric}/versions/{version}", { params: { path: { rubric: "division-contest", version: "2565" } } });
  await page.locator("main h2").first().waitFor();
  const shown = (await page.locator("main h2").allInnerTexts()).join("\n");
  assert.equal(data.nodes.length, 7);
  for (const { title } of data.nodes) {
    assert.ok(shown.includes(title.th ?? ""), `${title.th} in ${shown}`);
  }
});

test("shows the unit's sheet", async () => {
  assert.equal(await page.locator(".lines a").count(), 51);
  assert.match(await page.locator(".totals").innerText(), /จาก 120/);
});

test("claims a rung", async () => {
  await visit("1.1.2");
  await page.locator("#claim input[value='1']").check();
  await page.locator("#save").click();
  await said(CHOSEN.saved);
  assert.deepEqual((await score("1.1.2")).claim, { rung: 1 });
  assert.equal(await page.locator("#claim input[value='1']").isChecked(), true);
});

test("shows a stale If-Match as a conflict, and lets one choose", async () => {
  await put("1.1.3", 1);
  await visit("1.1.3");

  await page.locator("#claim input[value='0']").check();
  await put("1.1.3", 2);
  await page.locator("#save").click();
  const conflict = page.locator(".conflict");
  await conflict.waitFor();
  assert.match(await conflict.locator(".mine").innerText(), /ขั้นที่ 0/);
  assert.match(await conflict.locator(".theirs").innerText(), /ขั้นที่ 2/);
  assert.equal(await focused(), "conflict");
  await conflict.getByRole("button", { name: "ใช้ค่าของเขา" }).click();
  await conflict.waitFor({ state: "detached" });
  assert.equal(await page.locator("#claim input[value='2']").isChecked(), true);
  assert.deepEqual((await score("1.1.3")).claim, { rung: 2 });

  await page.locator("#claim input[value='0']").check();
  await put("1.1.3", 1);
  await page.locator("#save").click();
  await conflict.getByRole("button", { name: "ใช้ค่าของฉันแทน" }).click();
  await until(async () => isDeepStrictEqual((await score("1.1.3")).claim, { rung: 0 }));
  await said(CHOSEN.saved);
});

test("shows a problem in Thai, at its field", async () => {
  await visit("1.1.2");
  await fill({ title: "หนังสือเวียน", date: "2565-01-10" });
  await page.locator("#upload").click();
  const problem = page.locator("#file .problem");
  await problem.waitFor();
  const said = await problem.innerText();
  assert.match(said, /วันที่ของหลักฐาน/);
  assert.match(said, /พุทธศักราช|พ\.ศ\./);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "/date");
  assert.equal(await page.locator("[name='/date']").getAttribute("aria-invalid"), "true");
});

test("shows the second page of a list", async () => {
  await page.goto(`${ORIGIN}/#/evidence/${UNIT}`);
  await page.locator("#evidence .pager").waitFor();
  const first = await page.locator("#evidence h3").allInnerTexts();
  await page.locator("#evidence a[rel='next']").click();
  await page.locator("#evidence a[rel='prev']").waitFor();
  const second = await page.locator("#evidence h3").allInnerTexts();
  assert.equal(first.length, 10);
  assert.equal(second.length, 2);
  assert.equal(new Set([...first, ...second]).size, 12);
});

test("shows how ready a criterion is", async () => {
  await visit("1.1.2");
  await page.locator("#why").waitFor();
  assert.ok((await page.locator("#missing li").count()) > 0);
  await page.goto(`${ORIGIN}/#/steps/${UNIT}`);
  await page.locator("#readiness").waitFor();
  assert.equal(await page.locator("main table tbody tr").count(), 51);
});

const FILE = Buffer.from(randomBytes(2_000_000).toString("base64"));

test("uploads a file, and shows its progress", async () => {
  await visit("1.1.2");
  await page.evaluate(() => {
    const seen = /** @type {number[]} */ ((/** @type {any} */ (window).seen = []));
    const bar = /** @type {HTMLProgressElement} */ (document.querySelector("progress"));
    new MutationObserver(() => seen.push(bar.value)).observe(bar, { attributes: true });
  });
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 1_500_000 });
  await fill({ title: "รายงานผลการดำเนินงาน", date: "2022-01-10", file: FILE });
  await page.locator("#upload").click();
  await said("รับไฟล์แล้ว");
  await network.detach();
  const seen = await page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (window).seen));
  assert.ok(seen.some((each) => each > 0 && each < 1), `some of it on the way: ${seen}`);
  assert.equal(seen.at(-1), 1);
  assert.deepEqual(seen, seen.toSorted((one, other) => one - other));
});

test("lets a colleague review", async () => {
  const colleague = await site.page();
  await signIn(colleague, "colleague");
  await colleague.goto(`${ORIGIN}/#/evidence/${UNIT}?status=PENDING`);
  const item = colleague.locator("#evidence li", { hasText: "รายงานผลการดำเนินงาน" });
  await item.getByRole("button", { name: "รับ", exact: true }).click();
  await item.waitFor({ state: "detached" });
  await colleague.context().close();

  await page.goto(`${ORIGIN}/#/evidence/${UNIT}?status=ACCEPTED`);
  await page.locator("#evidence li", { hasText: "รายงานผลการดำเนินงาน" }).waitFor();
  // Nobody reviews what they have filed.
  await page.goto(`${ORIGIN}/#/evidence/${UNIT}?status=PENDING`);
  await page.locator("#evidence li").first().waitFor();
  assert.equal(await page.locator("form.review").count(), 0);
});

test("downloads what was filed", async () => {
  await page.goto(`${ORIGIN}/#/evidence/${UNIT}?status=ACCEPTED`);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: /ดาวน์โหลด/ }).click();
  const download = await downloading;
  assert.equal(download.suggestedFilename(), "รายงาน.txt");
  assert.deepEqual(await readFile(await download.path()), FILE);
});

test("shows the next steps", async () => {
  await page.goto(`${ORIGIN}/#/steps/${UNIT}`);
  await page.locator("#steps li").first().waitFor();
  const { data } = await officer.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}/next-steps", { params: { path: { cycle, unit: UNIT } } });
  const first = await page.locator("#steps li").first().innerText();
  assert.ok(first.includes(data.items[0]?.title.th ?? "?"), first);
});

test("shows the officer's own duties", async () => {
  await page.locator("body > nav a[href='#/duties']").click();
  await page.locator("h1", { hasText: "งานของฉัน" }).waitFor();
  await page.locator("#duties li", { hasText: "ส่งรายงานให้ผู้จัด" }).waitFor();
});

test("resumes the event stream where it was cut off", async () => {
  await page.goto(`${ORIGIN}/#/sheet/${UNIT}`);
  const shown = page.locator("li", { has: page.locator("[id='line-1.1.4']") });
  await shown.waitFor();
  await put("1.1.4", 1);
  await shown.getByText("ประเมินตนเอง 1 ").waitFor();
  const last = await page.locator("#live").getAttribute("data-last");

  toRubric.cut();
  await page.locator("#live[data-state='waiting']").waitFor();
  await put("1.1.4", 2);
  const resumed = page.waitForResponse((response) => response.url().endsWith("/events") && response.ok());
  toRubric.mend();
  await page.locator("#live[data-state='open']").waitFor();
  assert.equal((await (await resumed).request().allHeaders())["last-event-id"], last);
  await shown.getByText(`ประเมินตนเอง ${(await score("1.1.4")).points} `).waitFor();
});

test("signs out", async () => {
  await page.locator("#sign-out").click();
  await page.locator("main button.first").waitFor();
  assert.equal(await page.locator("#me").count(), 0);
  assert.deepEqual(page.faults, []);
});

async function visit(/** @type {string} */ criterion) {
  await page.goto(`${ORIGIN}/#/criterion/${UNIT}/${criterion}`);
  await page.locator("h1", { hasText: `${criterion} ` }).waitFor();
}

async function said(/** @type {string} */ what) {
  await page.locator("#said", { hasText: what }).waitFor({ state: "attached" });
}

const focused = () => page.evaluate(() => document.activeElement?.id);

async function fill(/** @type {{title: string, date: string, file?: Buffer}} */ { title, date, file = Buffer.from("หนังสือ") }) {
  await page.locator("[name='/kind']").selectOption("communication");
  await page.locator("[name='/channel']").selectOption("website");
  await page.locator("[name='/section']").selectOption({ index: 1 });
  await page.locator("[name='/title']").fill(title);
  await page.locator("[name='/date']").fill(date);
  await page.locator("[name='files']").setInputFiles({ name: "รายงาน.txt", mimeType: "text/plain", buffer: file });
}

async function put(/** @type {string} */ criterion, /** @type {number} */ rung) {
  const path = { cycle, unit: UNIT, criterion };
  const there = await score(criterion).then(() => true, () => false);
  await officer.rubric.PUT(SCORE, { params: { path, header: there ? ifMatch("*") : {} }, body: { claim: { rung } } });
}

async function score(/** @type {string} */ criterion) {
  return (await organiser.rubric.GET(SCORE, { params: { path: { cycle, unit: UNIT, criterion } } })).data;
}
