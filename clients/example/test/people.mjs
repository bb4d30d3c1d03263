// Signing in as a person, at the page of the provider.

import { ORIGIN } from "./world.mjs";

/** @typedef {import("./world.mjs").Page} Page */

/** Subjects of the local stack, which are those of its seeded recipients. */
const PEOPLE = {
  officer: "slk-legal-officer",
  colleague: "slk-plan-officer",
  organiser: "organiser",
  assessor: "assessor",
  viewer: "viewer",
};

/**
 * At the local stack, whose page asks who one wants to be.
 * @param {Page} page
 * @param {keyof typeof PEOPLE} who
 */
export async function signIn(page, who) {
  await page.goto(ORIGIN);
  await page.locator("main button.first").click();
  await page.locator(`button[name='subject'][value='${PEOPLE[who]}']`).first().click();
  await page.locator("#me").waitFor();
}

/**
 * At Keycloak, which asks for name and password.
 * @param {Page} page
 * @param {string} name
 * @param {string} password
 */
export async function signInAtKeycloak(page, name, password) {
  await page.locator("main button.first").click();
  await page.locator("#username").fill(name);
  await page.locator("#password").fill(password);
  await page.locator("#kc-login").click();
  await page.locator("#me").waitFor();
}
