import assert from "node:assert/strict";
import { test } from "node:test";
import { createKongdee, type Progress } from "@kongdee/client";
import { json, serve } from "../server.js";

const METADATA = { unit: "SLK", slot: "1.1.2", title: "ประกาศงดรับของขวัญ", date: "2026-01-10" };

test("uploads a form, and tells how much of it has left", async (t) => {
  const { url, received } = await serve(t, (answer) => json(answer, 201, { id: "1" }));
  const big = new File([new Uint8Array(1_000_000).fill(120)], 'แผน "ก".txt', { type: "text/plain" });
  const told: Progress[] = [];

  const item = await createKongdee({ evidence: url }).upload("contest 1", METADATA, [big, new File(["ก"], "b")], {
    onProgress: (progress) => told.push(progress),
    idempotencyKey: "upload-1",
  });

  assert.equal(item.id, "1");
  const { headers, body, url: path } = received[0]!;
  assert.equal(path, "/v1/collections/contest%201/evidence/files");
  assert.equal(headers["idempotency-key"], "upload-1");
  const form = await new Response(body, { headers: { "Content-Type": headers["content-type"]! } }).formData();
  assert.deepEqual([...form.keys()], ["metadata", "file", "file"]);
  assert.deepEqual(JSON.parse(await text(form.get("metadata"))), METADATA);
  const [first, second] = form.getAll("file") as File[];
  assert.equal(first!.name, 'แผน "ก".txt');
  assert.equal(first!.type, "text/plain");
  assert.equal(first!.size, 1_000_000);
  assert.equal(second!.name, "b");
  assert.equal(await second!.text(), "ก");
  assert.equal(told[0]?.sent, 0);
  assert.ok(told.length > 3, `${told.length}`);
  assert.ok(told.every(({ sent, total }, n) => total === Buffer.byteLength(body) && sent >= (told[n - 1]?.sent ?? 0)));
  assert.equal(told.at(-1)?.sent, Buffer.byteLength(body));
});

test("an upload that nobody answered is sent again, whole and with its key", async (t) => {
  const { url, received } = await serve(t, (answer, _, nth) => (nth === 1 ? answer.destroy() : json(answer, 201, { id: "1" })));
  await createKongdee({ evidence: url }).upload("x", METADATA, [new File(["a"], "a.txt")]);
  assert.equal(received.length, 2);
  assert.equal(received[0]?.body, received[1]?.body);
  assert.equal(received[0]?.headers["idempotency-key"], received[1]?.headers["idempotency-key"]);
});

test("a new version goes to its item", async (t) => {
  const { url, received } = await serve(t, (answer) => json(answer, 201, { id: "2" }));
  await createKongdee({ evidence: url }).uploadVersion("1", METADATA, [new File(["a"], "a.txt")]);
  assert.equal(received[0]?.url, "/v1/evidence/1/versions/files");
});

test("an upload ends with the signal", async (t) => {
  const stop = new AbortController();
  const { url, received } = await serve(t, () => stop.abort(new Error("enough")));
  await assert.rejects(
    createKongdee({ evidence: url }).upload("x", METADATA, [new File(["a"], "a.txt")], { signal: stop.signal }),
    /^Error: enough$/,
  );
  assert.equal(received.length, 1);
});

for (const [disposition, name] of [
  [`attachment; filename="report.txt"; filename*=UTF-8''%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99.txt`, "รายงาน.txt"],
  [`attachment;filename*=utf-8'th'%E0%B8%81;filename=x`, "ก"],
  [`attachment; filename="a \\"b\\"; c.txt"`, 'a "b"; c.txt'],
  ["attachment; filename=plain.txt", "plain.txt"],
  [`attachment; filename="x.txt"; filename*=UTF-8''%E0%B8`, "x.txt"],
  ["attachment", undefined],
] as const) {
  test(`a download named by ${disposition}`, async (t) => {
    const { url, received } = await serve(t, (answer) =>
      answer.writeHead(200, { "Content-Type": "text/plain", "Content-Disposition": disposition }).end("รายงานผล"),
    );
    const { blob, name: found } = await createKongdee({ evidence: url }).download("1", 2);
    assert.equal(found, name);
    assert.equal(await blob.text(), "รายงานผล");
    assert.equal(received[0]?.url, "/v1/evidence/1/files/2/content");
  });
}

async function text(part: FormDataEntryValue | null): Promise<string> {
  return part instanceof Blob ? part.text() : String(part);
}
