// What those see who see all units: league table, heat map and radar; and that an officer does not.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn } from "./people.mjs";
import { everyScheme } from "./rubrics.mjs";
import { ORIGIN, UNIT, UNITS, newCycle, officer, open, until } from "./world.mjs";

/** @type {Awaited<ReturnType<typeof open>>} */
let site;

before(async () => {
  const cycle = await newCycle(...(await everyScheme()), ["SMALL", "LARGE"]);
  const path = { cycle, unit: UNIT, criterion: "1.1" };
  await officer.rubric.PUT("/v1/cycles/{cycle}/assessments/{unit}/scores/{criterion}", { params: { path }, body: { claim: { rung: 2 } } });
  site = await open(cycle);
});

after(async () => {
  await site?.close();
});

for (const who of /** @type {const} */ (["organiser", "viewer", "assessor"])) {
  test(`shows ${who} the league table, by group too`, async () => {
    const page = await site.page();
    await signIn(page, who);
    await page.locator("body > nav a[href='#/ranking']").click();
    const rows = page.locator("main tbody tr");
    await rows.first().waitFor();
    assert.equal(await rows.count(), 20);
    assert.match(await rows.first().innerText(), /^1\s+SLK/);
    await page.locator("a[rel='next']").click();
    await page.locator("a[rel='prev']").waitFor();
    assert.equal(await rows.count(), UNITS + 1 - 20);

    await page.locator("select[name='group']").selectOption("LARGE");
    await page.locator("form.filter button").click();
    await until(async () => (await rows.count()) === Math.floor((UNITS + 1) / 2));
    assert.doesNotMatch(await page.locator("main tbody").innerText(), new RegExp(UNIT));
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });

  test(`shows ${who} a heat map, and from it the radar of a unit`, async () => {
    const page = await site.page();
    await signIn(page, who);
    await page.locator("body > nav a[href='#/heat']").click();
    const row = page.locator("table.heat tbody tr").first();
    await row.waitFor();
    // Every cell says in words what its shade shows.
    assert.equal(await row.locator("td").first().textContent(), "2 จาก 2");
    assert.match((await row.locator("td").first().getAttribute("class")) ?? "", /shade-4/);
    await row.locator("a").click();
    const radar = page.getByRole("img", { name: /ร้อยละของคะแนนเต็มรายมิติ: 1 50, 2 0, 3 0/ });
    await radar.waitFor();
    assert.equal(await page.locator("main tbody tr").count(), 3);
    await page.context().close();
  });
}

test("shows an officer neither", async () => {
  const page = await site.page();
  await signIn(page, "officer");
  await page.locator("main h2").first().waitFor();
  assert.equal(await page.locator("body > nav a[href='#/ranking'], body > nav a[href='#/heat']").count(), 0);
  // And whoever types the address is told that the service refuses.
  for (const view of ["ranking", "heat"]) {
    await page.goto(`${ORIGIN}/#/${view}`);
    await page.locator("main .problem", { hasText: /สิทธิ์|บทบาท/ }).waitFor();
  }
  await page.context().close();
});

test("shows the second page of the units", async () => {
  const page = await site.page();
  await signIn(page, "viewer");
  await page.locator("#units li").first().waitFor();
  const first = await page.locator("#units li").allInnerTexts();
  await page.locator("a[rel='next']").click();
  await page.locator("a[rel='prev']").waitFor();
  const second = await page.locator("#units li").allInnerTexts();
  assert.equal(first.length, 20);
  assert.ok(second.length > 0);
  assert.equal(new Set([...first, ...second]).size, first.length + second.length);
  await page.context().close();
});
