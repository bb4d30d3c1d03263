import { ConnectionError } from "./problem.js";

/** The text of a body in UTF-8, as it arrives, without a byte order mark. */
export async function* textOf(
  body: ReadableStream<Uint8Array> | null,
  signal?: AbortSignal | null,
): AsyncGenerator<string, void, undefined> {
  if (!body) {
    return;
  }
  // Not every browser can iterate over a stream.
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((e: unknown) => cutOff(e, signal));
      const text = decoder.decode(value, { stream: !done });
      if (text) {
        yield text;
      }
      if (done) {
        return;
      }
    }
  } finally {
    // Who stops reading early lets go of the connection.
    reader.cancel().catch(() => undefined);
  }
}

function cutOff(e: unknown, signal?: AbortSignal | null): never {
  signal?.throwIfAborted();
  throw new ConnectionError("The answer was cut off", { cause: e });
}
