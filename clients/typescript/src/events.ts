import type { components } from "./generated/rubric.js";
import { ConnectionError, ProblemError } from "./problem.js";
import type { Sender } from "./send.js";
import { type Message, parseEvents } from "./sse.js";
import { backOff, wait } from "./wait.js";

/** What changed in a cycle. */
export type CycleEvent =
  | { type: "score" | "evidence" | "milestone"; id: string; data: components["schemas"]["CycleEvent"] }
  /** Something may have been missed: read anew what is shown. */
  | { type: "reset"; id: string | undefined; data: unknown };

export interface EventsOptions {
  /** The id of an event behind which to go on; without it from now on. */
  after?: string | undefined;
  signal?: AbortSignal | undefined;
  /** Told whether the stream is open, or what it waits for until it tries again. */
  onState?: ((state: "open" | "waiting", why?: unknown) => void) | undefined;
  /** Milliseconds without a sign of life after which a connection is given up; 60 seconds unless given. */
  silence?: number | undefined;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** The events of a cycle until the signal aborts; a connection that ends goes on behind the last event that was received. */
export async function* events(
  sender: Sender,
  fetch: typeof globalThis.fetch,
  rubric: string,
  cycle: string,
  { after, signal, onState = () => undefined, silence = 60_000 }: EventsOptions = {},
): AsyncGenerator<CycleEvent, void, undefined> {
  const url = `${rubric}/v1/cycles/${encodeURIComponent(cycle)}/events`;
  let id = after ?? "";
  let delay = FIRST_WAIT;
  let opened = false;
  let failures = 0;
  while (!signal?.aborted) {
    let why: unknown;
    const connection = new Connection(signal, silence);
    try {
      const response = await sender.send((headers) => open(headers, id, connection.signal), url, connection.signal);
      onState("open");
      if (opened && !id) {
        yield { type: "reset", id: undefined, data: null };
      }
      opened = true;
      for await (const message of parseEvents(connection.watched(response.body), connection.signal)) {
        failures = 0;
        id = message.id ?? id;
        delay = message.retry ?? delay;
        const event = eventOf(message, id);
        if (event) {
          // A position that was reset without another in its place would be reset each time.
          id = event.type === "reset" && message.id === undefined ? "" : id;
          yield event;
          if (signal?.aborted) {
            return;
          }
        }
      }
    } catch (e) {
      if (signal?.aborted) {
        return;
      }
      if (!passes(e) && !connection.silent) {
        throw e;
      }
      why = e;
    } finally {
      connection.close();
    }
    failures++;
    onState("waiting", why);
    const told = why instanceof ProblemError ? (why.retryAfter ?? 0) : 0;
    await wait(Math.max(told, backOff(failures, delay, Math.max(delay, LONGEST_WAIT))), signal).catch(() => undefined);
  }

  async function open(headers: Readonly<Record<string, string>>, id: string, signal: AbortSignal) {
    const position = id ? { "Last-Event-ID": id } : {};
    const response = await fetch(url, {
      headers: { ...headers, ...position, Accept: "text/event-stream" },
      cache: "no-store",
      signal,
    });
    return response;
  }
}

function eventOf({ event = "message", data }: Message, id: string): CycleEvent | undefined {
  if (event === "reset") {
    return { type: event, id: id || undefined, data: data === undefined ? null : parsed(data) };
  }
  if ((event === "score" || event === "evidence" || event === "milestone") && data !== undefined) {
    return { type: event, id, data: JSON.parse(data) as components["schemas"]["CycleEvent"] };
  }
  // A later service may tell more, of which this client knows nothing.
  return undefined;
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

/** Whether it will be otherwise after a while. */
function passes(e: unknown): boolean {
  return e instanceof ConnectionError || (e instanceof ProblemError && (e.status >= 500 || e.status === 408 || e.status === 429));
}

/** One connection, given up when nothing comes any more: a computer that slept does not learn that its own has gone. */
class Connection {
  /** Whether it was given up for that. */
  silent = false;
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #silence: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(outer: AbortSignal | undefined, silence: number) {
    this.signal = outer ? AbortSignal.any([outer, this.#controller.signal]) : this.#controller.signal;
    this.#silence = silence;
    this.#alive();
  }

  watched(body: ReadableStream<Uint8Array> | null): ReadableStream<Uint8Array> | null {
    return (
      body?.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform: (chunk, controller) => {
            this.#alive();
            controller.enqueue(chunk);
          },
        }),
      ) ?? null
    );
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
  }

  #alive(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.silent = true;
      this.#controller.abort();
    }, this.#silence);
  }
}
