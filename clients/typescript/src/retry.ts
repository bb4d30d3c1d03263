import { ConnectionError, ProblemError } from "./problem.js";
import { backOff, wait } from "./wait.js";

/** How a request is repeated. */
export interface RetryOptions {
  /** How often it is sent at most; 5 unless given. */
  tries?: number | undefined;
  /** Milliseconds that are waited at most between two tries; 30 seconds unless given. Who is told to wait longer gives up. */
  longestWait?: number | undefined;
  signal?: AbortSignal | undefined;
  /** The key to send; a new one unless given. One that outlives a crash makes repetitions of the whole program harmless too. */
  idempotencyKey?: string | undefined;
}

const FIRST_WAIT = 500;

/** A key for one request, with which it is done once however often it arrives. */
export function idempotencyKey(): string {
  // randomUUID is there in secure contexts only, which a page of a plain http address in the office is not.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Calls until it succeeds, each time with the same key, as long as another try can help: after a fault of the connection, where a service
 * is busy or away, and while a twin of the request is still being done.
 */
export async function once<T>(call: (key: string) => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { tries = 5, longestWait = 30_000, signal, idempotencyKey: key = idempotencyKey() } = options;
  for (let tried = 1; ; tried++) {
    signal?.throwIfAborted();
    try {
      return await call(key);
    } catch (e) {
      const told = e instanceof ProblemError ? e.retryAfter : undefined;
      if (tried >= tries || !canHelp(e) || (told ?? 0) > longestWait) {
        throw e;
      }
      await wait(Math.max(told ?? 0, backOff(tried, FIRST_WAIT, longestWait)), signal);
    }
  }
}

function canHelp(e: unknown): boolean {
  return (
    e instanceof ConnectionError ||
    (e instanceof ProblemError && ([429, 502, 503, 504].includes(e.status) || e.is("idempotency-in-progress")))
  );
}
