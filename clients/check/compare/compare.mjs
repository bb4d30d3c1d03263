// Compares the contracts with earlier ones: compare.mjs <folder of these> [--report]
// Breaking changes fail; with --report they are only told, the first of them.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { added, breaking } from "./breaking.mjs";

const SHOWN = 20;

const [earlier, report] = process.argv.slice(2);
const current = join(import.meta.dirname, "../../../contracts");
let broken = 0;
for (const file of readdirSync(earlier)) {
  const before = read(join(earlier, file));
  const now = existsSync(join(current, file)) ? read(join(current, file)) : {};
  const faults = breaking(before, now);
  console.log(`  ${file}: ${faults.length} breaking changes, ${added(before, now).length} new operations`);
  const shown = report ? faults.slice(0, SHOWN) : faults;
  shown.forEach((fault) => console.log(`    ${fault}`));
  if (shown.length < faults.length) {
    console.log(`    and ${faults.length - shown.length} more`);
  }
  broken += faults.length;
}
process.exitCode = broken > 0 && !report ? 1 : 0;

function read(file) {
  return parse(readFileSync(file, "utf8"));
}
