// The same frontend at a Keycloak with the realm of docker/, and at services that trust it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { signInAtKeycloak } from "./people.mjs";
import { ORIGIN, UNIT, open } from "./world.mjs";

const { KEYCLOAK_ISSUER: issuer, KEYCLOAK_USER: name = "officer", KEYCLOAK_PASSWORD: password = "" } = process.env;

test("signs in and out at Keycloak", { skip: issuer ? false : "KEYCLOAK_ISSUER is not set; clients/check/run example starts one" }, async () => {
  const site = await open("division-contest-2565", { issuer });
  try {
    const page = await site.page();
    await page.goto(`${ORIGIN}/#/sheet/${UNIT}`);
    await signInAtKeycloak(page, name, password);
    await page.locator("main h2").first().waitFor();
    assert.equal(await page.locator(".lines a").count(), 51);
    // The other two services take its token too.
    await page.locator(`body > nav a[href='#/evidence/${UNIT}']`).click();
    await page.locator("#evidence").waitFor();
    await page.locator("body > nav a[href='#/duties']").click();
    await page.locator("main p, main li").first().waitFor();
    assert.equal(await page.locator(".problem").count(), 0);

    await page.locator("#sign-out").click();
    await page.locator("main button.first").waitFor();
    assert.equal(page.url(), `${ORIGIN}/`);
    // Keycloak has forgotten it too: it asks for the password again.
    await page.locator("main button.first").click();
    await page.locator("#password").waitFor();
    assert.deepEqual(page.faults, []);
  } finally {
    await site.close();
  }
});
