import { ConnectionError } from "./problem.js";

/**
 * Gives the access token. It is asked before each request, so it keeps the token until that expires; with `renew` a service has just
 * refused the token, and another one is wanted.
 */
export type TokenProvider = (wanted: { renew: boolean }) => string | Promise<string>;

/** The tokens of one client: however many requests are refused with one token, it is renewed once. */
export class Tokens {
  readonly #provider: TokenProvider;
  #renewal: { refused: string; token: Promise<string> } | undefined;

  constructor(provider: TokenProvider) {
    this.#provider = provider;
  }

  current(): Promise<string> {
    return this.#ask(false);
  }

  /** Another token than the refused one, if the provider has one. */
  async renewed(refused: string): Promise<string> {
    if (this.#renewal?.refused !== refused) {
      const renewal = { refused, token: this.#ask(true) };
      this.#renewal = renewal;
      const forget = () => {
        if (this.#renewal === renewal) {
          this.#renewal = undefined;
        }
      };
      // What did not help is tried again by who is refused next.
      renewal.token.then((token) => token === refused && forget(), forget);
    }
    return this.#renewal!.token;
  }

  async #ask(renew: boolean): Promise<string> {
    try {
      return await this.#provider({ renew });
    } catch (e) {
      // What fetch throws when the network is away, here that of whoever issues the tokens.
      throw e instanceof TypeError ? new ConnectionError("The token provider could not get a token", { cause: e }) : e;
    }
  }
}
