// Who has signed in: OpenID Connect by authorization code with PKCE. Tokens stay in memory, and go with the page; what must
// survive the way to the provider and back is in sessionStorage until then.

import * as oauth from "oauth4webapi";

/** @typedef {{issuer: string, clientId: string, rubric: string, evidence: string, notification: string, cycle?: string}} Config */

const TRANSACTION = "sign-in";
/** A token that is about to expire is renewed before it is sent. */
const EARLY = 30_000;

/**
 * @param {Config} config
 * @param {() => void} ended is called when the provider does not renew the token any more
 */
export function createSession({ issuer, clientId }, ended) {
  const url = new URL(issuer);
  // Cleartext is for providers on one's own machine.
  const insecure = { [oauth.allowInsecureRequests]: ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname) };
  /** @type {oauth.Client} */
  const client = { client_id: clientId };
  const redirect = `${location.origin}/`;
  /** @type {Promise<oauth.AuthorizationServer> | undefined} */
  let discovered;
  /** @type {{access: string, refresh?: string, id?: string, until: number} | undefined} */
  let tokens;
  /** @type {Promise<void> | undefined} */
  let renewing;

  /** What the provider says of itself; asked again after a failure. */
  function provider() {
    discovered ??= oauth
      .discoveryRequest(url, insecure)
      .then((response) => oauth.processDiscoveryResponse(url, response))
      .catch((error) => {
        discovered = undefined;
        throw error;
      });
    return discovered;
  }

  function keep(/** @type {oauth.TokenEndpointResponse} */ answer) {
    tokens = {
      access: answer.access_token,
      refresh: answer.refresh_token ?? tokens?.refresh,
      id: answer.id_token ?? tokens?.id,
      until: Date.now() + (answer.expires_in ?? 60) * 1000,
    };
  }

  async function refresh() {
    const server = await provider();
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens?.refresh ?? "", insecure);
    keep(await oauth.processRefreshTokenResponse(server, client, response));
  }

  return {
    /** Goes to the provider, which comes back to this page. */
    async signIn() {
      const server = await provider();
      const verifier = oauth.generateRandomCodeVerifier();
      const transaction = { verifier, state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce(), at: location.hash };
      sessionStorage.setItem(TRANSACTION, JSON.stringify(transaction));
      const to = new URL(server.authorization_endpoint ?? "");
      to.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirect,
        response_type: "code",
        scope: "openid profile",
        state: transaction.state,
        nonce: transaction.nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      }).toString();
      location.assign(to);
    },

    /** Takes what the provider sent along, if this is the way back. */
    async arrive() {
      const kept = sessionStorage.getItem(TRANSACTION);
      const here = new URL(location.href);
      if (!kept || !here.searchParams.has("state")) {
        return false;
      }
      sessionStorage.removeItem(TRANSACTION);
      const { verifier, state, nonce, at } = JSON.parse(kept);
      history.replaceState(null, "", `/${at}`);
      const server = await provider();
      const code = oauth.validateAuthResponse(server, client, here, state);
      const response = await oauth.authorizationCodeGrantRequest(
        server, client, oauth.None(), code, redirect, verifier, insecure,
      );
      keep(await oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce, requireIdToken: true }));
      return true;
    },

    /** The token provider of the client. */
    async token(/** @type {{renew: boolean}} */ { renew }) {
      if (tokens && (renew || tokens.until - EARLY < Date.now())) {
        renewing ??= refresh().finally(() => (renewing = undefined));
        await renewing.catch((error) => {
          // A refusal ends the session, an accident on the way does not.
          if (error instanceof oauth.ResponseBodyError) {
            tokens = undefined;
            ended();
          }
          throw error;
        });
      }
      return tokens?.access ?? "";
    },

    /** Forgets the tokens and ends the session at the provider, which comes back to this page. */
    async signOut() {
      const server = await provider();
      const to = new URL(server.end_session_endpoint ?? redirect);
      if (server.end_session_endpoint) {
        to.search = new URLSearchParams({
          client_id: clientId,
          post_logout_redirect_uri: redirect,
          ...(tokens?.id && { id_token_hint: tokens.id }),
        }).toString();
      }
      tokens = undefined;
      location.assign(to);
    },
  };
}
