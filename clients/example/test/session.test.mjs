// A session from its begin to its end, at the provider of the local stack.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { signIn } from "./people.mjs";
import { ORIGIN, RUBRIC, UNIT, newCycle, open } from "./world.mjs";

/** @type {Awaited<ReturnType<typeof open>>} */
let site;

before(async () => {
  site = await open(await newCycle("division-contest", "2565"));
});

after(async () => {
  await site?.close();
});

test("comes back to where one was", async () => {
  const page = await site.page();
  await page.goto(`${ORIGIN}/#/steps/${UNIT}`);
  await page.locator("main button.first").click();
  await page.locator("button[name='subject'][value='slk-legal-officer']").first().click();
  await page.locator("#steps li").first().waitFor();
  assert.equal(page.url(), `${ORIGIN}/#/steps/${UNIT}`);
  await page.context().close();
});

test("keeps no token where another page of this origin finds it", async () => {
  const page = await site.page();
  await signIn(page, "officer");
  const { cookies, origins } = await page.context().storageState();
  const kept = JSON.stringify([cookies, origins, await page.evaluate(() => ({ ...sessionStorage }))]);
  assert.ok(!kept.includes("eyJ"), kept);
  await page.context().close();
});

test("renews a token that expires, before it is sent", async () => {
  const page = await site.page();
  await page.route("**/token", async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    await route.fulfill({ response, json: { ...json, expires_in: 1 } });
  });
  let renewals = 0;
  page.on("request", (request) => (renewals += (request.postData() ?? "").includes("grant_type=refresh_token") ? 1 : 0));
  await signIn(page, "officer");
  await page.goto(`${ORIGIN}/#/steps/${UNIT}`);
  await page.locator("#steps li").first().waitFor();
  // Once before the first calls, and once or more before those of the page.
  assert.ok(renewals > 1, `${renewals}`);
  await page.context().close();
});

test("renews a token that a service refuses, once", async () => {
  const page = await site.page();
  await signIn(page, "officer");
  await page.locator("main h2").first().waitFor();
  let spoilt = 0;
  await page.route(`${RUBRIC}/**/next-steps`, async (route) => {
    spoilt++;
    await route.continue(spoilt === 1 ? { headers: { ...route.request().headers(), authorization: "Bearer spoilt" } } : {});
  });
  const renewal = page.waitForRequest((request) => (request.postData() ?? "").includes("grant_type=refresh_token"));
  await page.goto(`${ORIGIN}/#/steps/${UNIT}`);
  assert.ok(await renewal);
  await page.locator("#steps li").first().waitFor();
  assert.equal(spoilt, 2);
  await page.context().close();
});

test("asks to sign in again when the provider does not renew any more", async () => {
  const page = await site.page();
  await signIn(page, "officer");
  await page.locator("main h2").first().waitFor();
  await page.route("**/token", (route) => route.continue({ postData: "grant_type=refresh_token&client_id=kongdee-web&refresh_token=spent" }));
  await page.route(`${RUBRIC}/**/next-steps`, (route) => route.continue({ headers: { ...route.request().headers(), authorization: "Bearer spoilt" } }));
  await page.goto(`${ORIGIN}/#/steps/${UNIT}`);
  await page.locator(".problem", { hasText: "เข้าสู่ระบบอีกครั้ง" }).waitFor();
  assert.equal(await page.locator("#me").count(), 0);
  await page.context().close();
});

test("says so when somebody does not sign in after all", async () => {
  const page = await site.page();
  await page.goto(ORIGIN);
  await page.locator("main button.first").click();
  await page.getByRole("link", { name: "ไม่เข้าใช้" }).click();
  await page.locator(".problem", { hasText: "ยังไม่ได้เข้าสู่ระบบ" }).waitFor();
  assert.equal(page.url(), `${ORIGIN}/`);
  await page.context().close();
});

test("takes no answer that it has not asked for", async () => {
  const page = await site.page();
  await page.goto(ORIGIN);
  await page.locator("main button.first").click();
  await page.locator("button[name='subject']").first().waitFor();
  /** @type {string[]} */
  const calls = [];
  page.on("request", (request) => request.url().endsWith("/token") && calls.push(request.url()));
  await page.goto(`${ORIGIN}/?code=stolen&state=anothers`);
  await page.locator(".problem").waitFor();
  assert.equal(await page.locator("#me").count(), 0);
  assert.deepEqual(calls, []);
  await page.context().close();
});

test("signs out at the provider", async () => {
  const page = await site.page();
  await signIn(page, "officer");
  const ended = page.waitForRequest((request) => request.url().includes("/end-session"));
  await page.locator("#sign-out").click();
  assert.match((await ended).url(), /id_token_hint=/);
  await page.locator("main button.first").waitFor();
  assert.equal(page.url(), `${ORIGIN}/`);
  await page.context().close();
});
