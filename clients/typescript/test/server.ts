import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";

/** A request as it arrived. */
export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

/** Answers a request; `nth` counts from 1. */
export type Handler = (answer: ServerResponse, request: Received, nth: number) => unknown;

/** An HTTP server for one test, which keeps what it received. */
export async function serve(t: TestContext, handler: Handler) {
  const received: Received[] = [];
  const server = createServer(async (request, answer) => {
    const body = await text(request);
    const { method = "", url = "", headers } = request;
    const nth = received.push({ method, url, headers, body });
    await handler(answer, received[nth - 1]!, nth);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

/** Answers JSON. */
export function json(answer: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}) {
  const kind = status < 400 ? "application/json" : "application/problem+json";
  answer.writeHead(status, { "Content-Type": kind, ...headers }).end(JSON.stringify(value));
}

/** Answers a problem as the services do. */
export function problem(answer: ServerResponse, status: number, name: string, headers: Record<string, string> = {}) {
  const type = `https://kongdee.org/problems/${name}`;
  const said = { type, title: name, status, detail: `It is ${name}`, instance: "/v1/x", requestId: "7f3a", errors: [] };
  json(answer, status, said, { "X-Request-Id": "7f3a", ...headers });
}

/** Sends pieces that arrive one by one, whatever they cut in two. */
export async function pieces(answer: ServerResponse, kind: string, parts: Iterable<string | Uint8Array>) {
  answer.writeHead(200, { "Content-Type": kind });
  for (const part of parts) {
    await new Promise<void>((sent) => answer.write(part, () => sent()));
    await new Promise((turn) => setImmediate(turn));
  }
}

/** Single bytes of a text in UTF-8. */
export function bytes(text: string): Uint8Array[] {
  return Array.from(new TextEncoder().encode(text), (byte) => Uint8Array.of(byte));
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) {
    found.push(item);
  }
  return found;
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}
