import { ConnectionError } from "./problem.js";
import { textOf } from "./text.js";

export const NDJSON = "application/x-ndjson";

/** The lines of a body, each as soon as it has arrived; a body that breaks off is an error. */
export async function* parseLines(
  body: ReadableStream<Uint8Array> | null,
  signal?: AbortSignal | null,
): AsyncGenerator<unknown, void, undefined> {
  let rest = "";
  let number = 0;
  for await (const text of textOf(body, signal)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      number++;
      if (line.trim()) {
        yield parse(line, number);
      }
    }
  }
  if (rest.trim()) {
    yield parse(rest, number + 1);
  }
}

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (e) {
    throw new ConnectionError(`Line ${number} of the answer is no JSON; it may have been cut off`, { cause: e });
  }
}
