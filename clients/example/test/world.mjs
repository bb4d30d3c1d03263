// What the tests begin with: where the suite is, a cycle of their own with units and evidence in it, and people with browsers.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { createKongdee } from "@kongdee/client";
import { chromium } from "playwright-core";
import { frontend } from "../serve.mjs";

export const RUBRIC = setting("RUBRIC_URL");
export const EVIDENCE = setting("EVIDENCE_URL");
export const NOTIFICATION = setting("NOTIFICATION_URL");
export const ISSUER = setting("ISSUER_URL");
/** The services let the pages of this origin call them. */
export const ORIGIN = process.env.ORIGIN ?? "http://localhost:5173";
export const TARGET = new URL("../target/", import.meta.url).pathname;
export const UNIT = "SLK";
export const UNITS = 25;

export const organiser = caller("ORGANISER_TOKEN");
export const officer = caller("OFFICER_TOKEN");
export const automation = caller("AUTOMATION_TOKEN");

mkdirSync(TARGET, { recursive: true });

/**
 * An open cycle of a published rubric, in which the Secretariat and others take part.
 * @param {string} rubric
 * @param {string} version
 * @param {string[]} [groups] of the rubric, in turn
 */
export async function newCycle(rubric, version, groups = []) {
  const cycle = `example-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 6)}`;
  const path = { cycle };
  await organiser.rubric.PUT("/v1/cycles/{cycle}", {
    params: { path },
    body: { rubric, version, title: { en: "Example", th: "ตัวอย่าง" }, period: { start: "2021-08-01", end: "2022-07-30" }, timeZone: "Asia/Bangkok", review: "PEER", claimsWithoutEvidence: "FLAG" },
  });
  const units = Array.from({ length: UNITS }, (_, n) => `EXAMPLE-${String(n + 1).padStart(2, "0")}`);
  for (const [n, unit] of units.entries()) {
    await organiser.rubric.PUT("/v1/units/{unit}", {
      params: { path: { unit } },
      body: { title: { en: `Division ${n + 1}`, th: `กองตัวอย่างที่ ${n + 1}` }, sections: [] },
    });
  }
  for (const [n, unit] of [UNIT, ...units].entries()) {
    const group = groups.length ? groups[n % groups.length] : undefined;
    await organiser.rubric.PUT("/v1/cycles/{cycle}/assessments/{unit}", { params: { path: { cycle, unit } }, body: { group } });
  }
  await organiser.rubric.POST("/v1/cycles/{cycle}/open", { params: { path } });
  // evidence-service is told in the background.
  await until(async () => (await organiser.rubric.GET("/v1/cycles/{cycle}/assessments/{unit}", { params: { path: { cycle, unit: UNIT } } })).data.evidence === "REGISTERED");
  return cycle;
}

/** The frontend for a cycle, with a browser before it; ends with the tests of the file. */
export async function open(/** @type {string} */ cycle, /** @type {Partial<import("../app/session.js").Config>} */ config = {}) {
  const server = await frontend({ issuer: ISSUER, clientId: "kongdee-web", rubric: RUBRIC, evidence: EVIDENCE, notification: NOTIFICATION, cycle, ...config });
  await new Promise((listening) => server.listen(Number(new URL(ORIGIN).port), "localhost", () => listening(null)));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  return {
    /** @param {import("playwright-core").BrowserContextOptions} [options] */
    async page(options = {}) {
      const context = await browser.newContext({ locale: "th-TH", ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      /** @type {string[]} */
      const faults = [];
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("console", (message) => message.type() === "error" && /Content Security Policy/.test(message.text()) && faults.push(message.text()));
      return Object.assign(page, { faults });
    },
    async close() {
      await browser.close();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof open>>["page"]>>} Page */

/** @param {() => Promise<boolean>} holds */
export async function until(holds) {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `Not within a minute: ${holds}`);
    await setTimeout(100);
  }
}

function caller(/** @type {string} */ token) {
  const value = setting(token);
  return createKongdee({ rubric: RUBRIC, evidence: EVIDENCE, notification: NOTIFICATION, token: () => value, language: "en" });
}

function setting(/** @type {string} */ name) {
  const value = process.env[name];
  assert.ok(value, `${name} is not set; clients/check/run example sets it`);
  return value;
}
