import { ConnectionError, ProblemError } from "./problem.js";
import { type TokenProvider, Tokens } from "./token.js";

/** The language of the texts of problems. */
export type Language = "th" | "en";

/** Sends a request once with these headers added. */
export type Attempt = (headers: Readonly<Record<string, string>>) => Promise<Response>;

/** Sends what every request needs, and turns what went wrong into errors. */
export class Sender {
  readonly #tokens: Tokens | undefined;
  readonly #language: Language | (() => Language) | undefined;

  constructor(token: TokenProvider | undefined, language: Language | (() => Language) | undefined) {
    this.#tokens = token && new Tokens(token);
    this.#language = language;
  }

  /** An answer of 2xx, or 304; attempted a second time with another token if the first one was refused. */
  async send(attempt: Attempt, url: string, signal?: AbortSignal | null): Promise<Response> {
    const token = await this.#tokens?.current();
    let response = await this.#try(attempt, token, url, signal);
    if (response.status === 401 && token !== undefined && this.#tokens) {
      await response.body?.cancel();
      response = await this.#try(attempt, await this.#tokens.renewed(token), url, signal);
    }
    if (!response.ok && response.status !== 304) {
      throw await ProblemError.of(response);
    }
    return response;
  }

  async #try(attempt: Attempt, token: string | undefined, url: string, signal?: AbortSignal | null) {
    signal?.throwIfAborted();
    const headers: Record<string, string> = {};
    const language = typeof this.#language === "function" ? this.#language() : this.#language;
    if (language) {
      headers["Accept-Language"] = language;
    }
    if (token !== undefined) {
      headers["Authorization"] = `Bearer ${token}`;
    }
    try {
      return await attempt(headers);
    } catch (e) {
      signal?.throwIfAborted();
      // The path stays out of it: that of a calendar or a link is a secret.
      throw new ConnectionError(`${new URL(url).origin} did not answer`, { cause: e });
    }
  }
}
