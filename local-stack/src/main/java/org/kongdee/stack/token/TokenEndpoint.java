package org.kongdee.stack.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Gives the services their tokens: OAuth 2 client credentials (RFC 6749, section 4.4), on loopback.
 */
public final class TokenEndpoint implements AutoCloseable {

    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final int MAX_BODY = 8 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final SigningKey key;
    private final TokenMint mint;
    private final Map<String, ServiceClient> clients;

    private TokenEndpoint(
            HttpServer server, SigningKey key, TokenMint mint, Map<String, ServiceClient> clients) {
        this.server = server;
        this.key = key;
        this.mint = mint;
        this.clients = Map.copyOf(clients);
    }

    public static TokenEndpoint start(
            int port, SigningKey key, TokenMint mint, List<ServiceClient> clients)
            throws IOException {
        Map<String, ServiceClient> byId = new HashMap<>();
        clients.forEach(client -> byId.put(client.id(), client));
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        TokenEndpoint endpoint = new TokenEndpoint(server, key, mint, byId);
        server.setExecutor(endpoint.workers);
        server.createContext("/", exchange -> answer(exchange, 404, Map.of("error", "not_found")));
        server.createContext("/token", only("POST", endpoint::token));
        server.createContext(
                "/jwks", only("GET", exchange -> send(exchange, 200, endpoint.key.jwks())));
        server.createContext("/.well-known/openid-configuration", only("GET", endpoint::metadata));
        server.start();
        return endpoint;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            answer(
                    exchange,
                    400,
                    Map.of(
                            "error",
                            "invalid_request",
                            "error_description",
                            "the body is too long"));
            return;
        }
        Map<String, String> form;
        Optional<ServiceClient> client;
        try {
            form = form(new String(body, StandardCharsets.UTF_8));
            client = authenticate(exchange.getRequestHeaders().getFirst("Authorization"), form);
        } catch (IllegalArgumentException e) {
            answer(
                    exchange,
                    400,
                    Map.of(
                            "error",
                            "invalid_request",
                            "error_description",
                            "form or header is malformed"));
            return;
        }
        if (client.isEmpty()) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"kongdee\"");
            answer(exchange, 401, Map.of("error", "invalid_client"));
        } else if (!"client_credentials".equals(form.get("grant_type"))) {
            answer(exchange, 400, Map.of("error", "unsupported_grant_type"));
        } else {
            String token = mint.mint(client.get().identity(), VALIDITY);
            answer(
                    exchange,
                    200,
                    Map.of(
                            "access_token",
                            token,
                            "token_type",
                            "Bearer",
                            "expires_in",
                            VALIDITY.toSeconds()));
        }
    }

    private void metadata(HttpExchange exchange) throws IOException {
        String base = "http://localhost:" + port();
        answer(
                exchange,
                200,
                Map.of(
                        "issuer",
                        TokenMint.ISSUER,
                        "token_endpoint",
                        base + "/token",
                        "jwks_uri",
                        base + "/jwks",
                        "grant_types_supported",
                        List.of("client_credentials"),
                        "token_endpoint_auth_methods_supported",
                        List.of("client_secret_basic", "client_secret_post")));
    }

    private Optional<ServiceClient> authenticate(
            @Nullable String header, Map<String, String> form) {
        String id = form.get("client_id");
        String secret = form.get("client_secret");
        if (header != null && header.startsWith("Basic ")) {
            String credentials =
                    new String(
                            Base64.getDecoder().decode(header.substring("Basic ".length())),
                            StandardCharsets.UTF_8);
            int colon = credentials.indexOf(':');
            id = decode(credentials.substring(0, Math.max(0, colon)));
            secret = decode(credentials.substring(colon + 1));
        }
        if (id == null || secret == null) {
            return Optional.empty();
        }
        String presented = secret;
        return Optional.ofNullable(clients.get(id))
                .filter(client -> same(client.secret(), presented));
    }

    /** Takes as long for a near miss as for a far one. */
    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private static HttpHandler only(String method, HttpHandler handler) {
        return exchange -> {
            if (exchange.getRequestMethod().equals(method)) {
                handler.handle(exchange);
            } else {
                exchange.getResponseHeaders().set("Allow", method);
                answer(exchange, 405, Map.of("error", "method_not_allowed"));
            }
        };
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> body)
            throws IOException {
        send(exchange, status, JSON.writeValueAsString(body));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
