package org.kongdee.test;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A frontend for tests of sign-in, the same for every provider: a page with the functions {@code
 * signIn}, {@code finish}, which tells what came of it, {@code token}, {@code read} and {@code
 * signOut}.
 */
public final class Frontend implements AutoCloseable {

    private final HttpServer server;

    private Frontend(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts it on every address of this machine.
     *
     * @param port 0 for any
     */
    public static Frontend start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.start();
        return new Frontend(server);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Has it sign people in at a provider. */
    public void signInAt(String issuer) {
        byte[] body = page(issuer).getBytes(StandardCharsets.UTF_8);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().set("Content-Type", "text/html");
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
    }

    /** As short as a frontend can be that still does all that the standards want of it. */
    private static String page(String issuer) {
        return """
        <!DOCTYPE html><title>frontend</title><script>
        const issuer = "%s", client_id = "kongdee-web", redirect_uri = location.origin + "/callback";
        const base64url = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
          .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
        const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
        const discover = async () => (await fetch(issuer + "/.well-known/openid-configuration")).json();
        const claims = (token) => JSON.parse(new TextDecoder().decode(Uint8Array.from(
          atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0))));
        const token = async (form) => (await fetch((await discover()).token_endpoint,
          {method: "POST", body: new URLSearchParams({client_id, ...form})})).json();
        async function signIn() {
          const verifier = random(), state = random(), nonce = random();
          Object.assign(sessionStorage, {verifier, state, nonce});
          const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
          location.assign((await discover()).authorization_endpoint + "?" + new URLSearchParams({
            client_id, redirect_uri, response_type: "code", scope: "openid profile", state, nonce, ui_locales: "th",
            code_challenge: base64url(hash), code_challenge_method: "S256"}));
        }
        async function finish() {
          const query = new URLSearchParams(location.search);
          if (query.get("state") !== sessionStorage.state || query.get("iss") !== issuer) throw new Error("not ours");
          const tokens = await token({grant_type: "authorization_code", redirect_uri, code: query.get("code"),
            code_verifier: sessionStorage.verifier});
          const who = await (await fetch((await discover()).userinfo_endpoint,
            {headers: {Authorization: "Bearer " + tokens.access_token}})).json();
          const renewed = await token({grant_type: "refresh_token", refresh_token: tokens.refresh_token});
          Object.assign(sessionStorage, renewed);
          return {access: claims(renewed.access_token), nonce: claims(tokens.id_token).nonce === sessionStorage.nonce, who};
        }
        const read = async (url) => (await fetch(url, {headers: {Authorization: "Bearer " + sessionStorage.access_token}})).json();
        async function signOut() {
          location.assign((await discover()).end_session_endpoint + "?" + new URLSearchParams(
            {id_token_hint: sessionStorage.id_token, post_logout_redirect_uri: location.origin + "/bye"}));
        }
        </script>
        """
                .formatted(issuer);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
