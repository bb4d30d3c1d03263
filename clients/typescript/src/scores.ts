import { isBrowser } from "./browser.js";
import type { components } from "./generated/rubric.js";
import { NDJSON, parseLines } from "./ndjson.js";
import { ConnectionError } from "./problem.js";
import { once } from "./retry.js";
import type { Sender } from "./send.js";

export type ScoreLine = components["schemas"]["ScoreLine"];
export type ScoreOutcome = components["schemas"]["ScoreOutcome"];
export type BulkSummary = components["schemas"]["BulkSummary"];

export interface SendScoresOptions {
  /** Write nothing, only tell. */
  dryRun?: boolean | undefined;
  /** Write over what is there; the `ifMatch` of a line goes before it. */
  overwrite?: boolean | undefined;
  /**
   * How many lines go in one request, which is repeated if need be. Without it all lines go in one that streams both ways; not in
   * browsers, which send whole bodies only: there it is 1,000.
   */
  batch?: number | undefined;
  signal?: AbortSignal | undefined;
}

type Lines = Iterable<ScoreLine> | AsyncIterable<ScoreLine>;
type Outcomes = AsyncGenerator<ScoreOutcome, BulkSummary, undefined>;

const BROWSER_BATCH = 1_000;

/** Sends scores and gives their outcomes; what it returns at the end counts them. */
export function sendScores(
  sender: Sender,
  fetch: typeof globalThis.fetch,
  rubric: string,
  cycle: string,
  lines: Lines,
  options: SendScoresOptions = {},
): Outcomes {
  const url = new URL(`${rubric}/v1/cycles/${encodeURIComponent(cycle)}/scores`);
  for (const name of ["dryRun", "overwrite"] as const) {
    if (options[name] !== undefined) {
      url.searchParams.set(name, String(options[name]));
    }
  }
  const batch = options.batch ?? (isBrowser() ? BROWSER_BATCH : 0);
  const post = (headers: Readonly<Record<string, string>>, body: BodyInit, signal: AbortSignal | undefined) =>
    fetch(url, {
      method: "POST",
      headers: { ...headers, "Content-Type": NDJSON, Accept: NDJSON },
      body,
      signal: signal ?? null,
      // Needed for a stream, and not yet in TypeScript's types.
      ...{ duplex: "half" },
    });
  return batch ? inBatches(lines, batch, sendBatch, options.signal) : inOneStream();

  async function sendBatch(text: string) {
    return once(
      async (key) => {
        const response = await sender.send(
          (headers) => post({ ...headers, "Idempotency-Key": key }, text, options.signal),
          url.href,
          options.signal,
        );
        // Read as a whole, so that an answer that breaks off is asked for again.
        return collect(outcomes(response.body, options.signal));
      },
      { signal: options.signal },
    );
  }

  async function* inOneStream(): Outcomes {
    const ended = new AbortController();
    const signal = options.signal ? AbortSignal.any([options.signal, ended.signal]) : ended.signal;
    const source = new Source(lines);
    try {
      const response = await sender.send((headers) => post(headers, source.open(), signal), url.href, options.signal);
      source.accepted();
      return yield* outcomes(response.body, options.signal);
    } catch (e) {
      throw source.failure ?? e;
    } finally {
      ended.abort();
      await source.close();
    }
  }
}

async function* inBatches(
  lines: Lines,
  size: number,
  send: (text: string) => Promise<Collected>,
  signal: AbortSignal | undefined,
): Outcomes {
  const total: BulkSummary = { accepted: 0, rejected: 0 };
  let before = 0;
  let batch: ScoreLine[] = [];
  for await (const line of lines) {
    signal?.throwIfAborted();
    batch.push(line);
    if (batch.length === size) {
      yield* flush();
    }
  }
  yield* flush();
  return total;

  async function* flush() {
    if (batch.length > 0) {
      const { outcomes, summary } = await send(batch.map(textOf).join(""));
      total.accepted += summary.accepted;
      total.rejected += summary.rejected;
      // A line is counted among all, as it would be in one request.
      yield* outcomes.map((outcome) => ({ ...outcome, line: outcome.line + before }));
      before += batch.length;
      batch = [];
    }
  }
}

interface Collected {
  outcomes: ScoreOutcome[];
  summary: BulkSummary;
}

async function collect(outcomes: Outcomes): Promise<Collected> {
  const all: ScoreOutcome[] = [];
  for (;;) {
    const { done, value } = await outcomes.next();
    if (done) {
      return { outcomes: all, summary: value };
    }
    all.push(value);
  }
}

/** The outcomes of an answer that has its last line, which the others do not look like. */
async function* outcomes(body: ReadableStream<Uint8Array> | null, signal: AbortSignal | undefined): Outcomes {
  let told = 0;
  for await (const line of parseLines(body, signal) as AsyncIterable<ScoreOutcome | BulkSummary>) {
    if (!("line" in line)) {
      return line;
    }
    told = line.line;
    yield line;
  }
  throw new ConnectionError(`The answer was cut off behind line ${told}; what became of later ones is not known`);
}

/** Lines as the body of a request, which can be sent anew until it is accepted. */
class Source {
  /** What the lines themselves threw. */
  failure: unknown;
  readonly #lines: AsyncIterator<ScoreLine> | Iterator<ScoreLine>;
  readonly #most: number;
  readonly #sent: (Promise<string> | undefined)[] = [];
  /** How many pieces the present attempt has taken. */
  #taken = 0;
  #accepted = false;

  constructor(lines: Lines) {
    const waits = Symbol.asyncIterator in lines;
    this.#lines = waits ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
    // What has to be waited for goes as soon as it is there; the rest in fewer and larger pieces.
    this.#most = waits ? 1 : 100;
  }

  open(): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    let next = 0;
    this.#taken = 0;
    return new ReadableStream({
      pull: async (controller) => {
        const piece = this.#sent[next] ?? this.#next();
        this.#sent[next] = this.#accepted ? undefined : piece;
        this.#taken = ++next;
        const text = await piece;
        if (text) {
          controller.enqueue(encoder.encode(text));
        } else {
          controller.close();
        }
      },
    });
  }

  /** Nothing is sent anew any more, so nothing more has to be remembered. */
  accepted(): void {
    this.#accepted = true;
    this.#sent.fill(undefined, 0, this.#taken);
  }

  async close(): Promise<void> {
    await this.#lines.return?.();
  }

  /** Empty at the end. */
  async #next(): Promise<string> {
    try {
      let text = "";
      for (let n = 0; n < this.#most; n++) {
        const { done, value } = await this.#lines.next();
        if (done) {
          break;
        }
        text += textOf(value);
      }
      return text;
    } catch (e) {
      this.failure = e;
      throw e;
    }
  }
}

function textOf(line: ScoreLine): string {
  return `${JSON.stringify(line)}\n`;
}
