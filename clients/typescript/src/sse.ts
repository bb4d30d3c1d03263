import { textOf } from "./text.js";

/** What a stream of server-sent events says: an event, or an id or delay for the next connection, or only that it is alive. */
export interface Message {
  /** Of this block or the last one before it that had one; empty where it was taken back. */
  id?: string;
  event?: string;
  data?: string;
  retry?: number;
}

/** Reads `text/event-stream` as the HTML standard has it; a block without its empty line at the end counts for nothing. */
export async function* parseEvents(
  body: ReadableStream<Uint8Array> | null,
  signal?: AbortSignal,
): AsyncGenerator<Message, void, undefined> {
  let rest = "";
  let block: Message = {};
  let started = false;
  for await (const text of textOf(body, signal)) {
    rest += text;
    // A CR at the end may be the first half of a CRLF.
    const complete = rest.endsWith("\r") ? rest.slice(0, -1) : rest;
    const lines = complete.split(/\r\n|\n|\r/);
    rest = lines.pop()! + rest.slice(complete.length);
    for (const line of lines) {
      if (line) {
        started = true;
        read(line, block);
      } else if (started) {
        yield block;
        block = {};
        started = false;
      }
    }
  }
}

function read(line: string, block: Message): void {
  const colon = line.indexOf(":");
  const field = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
  if (field === "event") {
    block.event = value;
  } else if (field === "data") {
    block.data = block.data === undefined ? value : `${block.data}\n${value}`;
  } else if (field === "id" && !value.includes("\0")) {
    block.id = value;
  } else if (field === "retry" && /^\d+$/.test(value)) {
    block.retry = Number(value);
  }
}
