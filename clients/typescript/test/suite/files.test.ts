import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type Progress, ProblemError } from "@kongdee/client";
import { as, contest, UNIT } from "./world.js";

const NAME = "รายงานผล ครั้งที่ 1.txt";
const TEXT = "ผลการดำเนินงาน\n".repeat(20_000);

let cycle: string;
before(async () => {
  cycle = await contest();
});

test("a file goes up with progress and comes down under its Thai name, also as a new version", async () => {
  const officer = as("OFFICER");
  const metadata = { unit: UNIT, slot: "1.1.2", kind: "communication", title: "รายงานผล", date: "2022-01-10" };
  const told: Progress[] = [];

  const filed = await officer.upload(cycle, metadata, [new File([TEXT], NAME, { type: "text/plain" })], {
    onProgress: (progress) => told.push(progress),
  });
  const { blob, name } = await officer.download(filed.id);

  assert.equal(filed.status, "PENDING");
  assert.equal(name, NAME);
  assert.equal(await blob.text(), TEXT);
  assert.ok(told.length > 2);
  assert.equal(told.at(-1)?.sent, told.at(-1)?.total);

  const version = await officer.uploadVersion(filed.id, { ...metadata, title: "ฉบับแก้ไข" }, [new File(["สอง"], "2.txt")]);
  assert.notEqual(version.id, filed.id);
  assert.equal(await (await officer.download(version.id, 1)).blob.text(), "สอง");
});

test("an upload that is sent again with its key is filed once", async () => {
  const officer = as("OFFICER");
  const metadata = { unit: UNIT, slot: "1.1.2", kind: "communication", title: "ครั้งเดียว", date: "2022-01-10" };
  const options = { idempotencyKey: `${cycle}-upload` };
  // The form is another text each time, and the same request.
  const first = await officer.upload(cycle, metadata, [new File(["a"], "a.txt")], options);
  const second = await officer.upload(cycle, metadata, [new File(["a"], "a.txt")], options);
  assert.equal(second.id, first.id);
});

test("what is not taken is refused with its reason", async () => {
  const metadata = { unit: UNIT, slot: "1.1.2", kind: "communication", title: "ว่าง", date: "2022-01-10" };
  await assert.rejects(
    as("OFFICER").upload(cycle, metadata, [new File([], "empty.txt")]),
    (e) => e instanceof ProblemError && e.is("empty-file"),
  );
});
