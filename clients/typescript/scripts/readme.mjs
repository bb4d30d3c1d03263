// Compiles and runs every snippet of README.md with a suite: the first one, which the others build on, and each of them behind it.
// The environment says where the suite is, as test/suite/world.ts reads it. A snippet "as viewer" runs with that role's token.

import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { contest, keepScoring, setting } from "../target/test/suite/world.js";

const folder = new URL("../target/readme/", import.meta.url);
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const snippets = [...readme.matchAll(/^```ts(?: as (\w+))?\n(.*?)^```$/gms)].map(([, role = "officer", text]) => ({ role, text }));
const [first, ...others] = snippets;

const cycle = await contest();
const replaced = [
  ["http://localhost:8081", setting("RUBRIC_URL")],
  ["http://localhost:8082", setting("EVIDENCE_URL")],
  ["http://localhost:8083", setting("NOTIFICATION_URL")],
  ["division-contest-2565", cycle],
];
mkdirSync(folder, { recursive: true });
others.forEach(({ text }, number) => writeFileSync(new URL(`${number}.ts`, folder), inThisSuite(`${first.text}\n${text}\nexport {};\n`)));
writeFileSync(
  new URL("tsconfig.json", folder),
  JSON.stringify({
    extends: "../../tsconfig.json",
    // Of a snippet alone nothing is unused by mistake; the first one has more than each needs.
    compilerOptions: { types: ["node"], declaration: false, noUnusedLocals: false, rootDir: ".", outDir: "." },
    include: ["*.ts"],
    exclude: [],
  }),
);
await run(["node_modules/typescript/bin/tsc", "-p", "target/readme"], {});

const stop = await keepScoring(cycle);
try {
  for (const [number, { role, text }] of others.entries()) {
    const said = await run([`target/readme/${number}.js`], { KONGDEE_TOKEN: setting(`${role.toUpperCase()}_TOKEN`) });
    if (!said.trim()) {
      throw new Error(`A snippet that says nothing shows nothing:\n${text}`);
    }
    console.log(said.trimEnd().replace(/^/gm, "  "));
  }
} finally {
  await stop();
}

function inThisSuite(text) {
  return replaced.reduce((done, [from, to]) => done.replaceAll(from, to), text);
}

async function run(args, env) {
  try {
    const cwd = fileURLToPath(new URL("..", import.meta.url));
    const done = await promisify(execFile)(process.execPath, args, { cwd, env: { ...process.env, ...env }, timeout: 120_000 });
    return done.stdout;
  } catch (e) {
    throw new Error(`${args.join(" ")}: ${e.stdout}${e.stderr}`, { cause: e });
  }
}
