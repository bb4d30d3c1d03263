package org.kongdee.client.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.kongdee.client.Json;

/**
 * Tokens of a program that has a secret of its own (OAuth 2.0 client credentials). The provider is
 * found by OpenID Connect discovery. A token is kept until 30 seconds before it expires, and
 * renewed by one of those who ask while the others wait.
 */
public final class ClientCredentials implements TokenProvider {

    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What the provider says of a token without a lifetime. */
    private static final long SHORT = 60;

    private final URI issuer;
    private final String client;
    private final String secret;
    private final String scope;
    private final HttpClient http;
    private final Clock clock;

    private Endpoint endpoint;
    private String token;
    private Instant until = Instant.MIN;

    private record Endpoint(URI token, boolean basic) {}

    ClientCredentials(URI issuer, String client, String secret, String scope, Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
        this.scope = scope;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /**
     * @param issuer as its tokens name it, such as http://localhost:8084
     */
    public static ClientCredentials of(URI issuer, String client, String secret) {
        return new ClientCredentials(issuer, client, secret, null, Clock.systemUTC());
    }

    /** The same, asking for these scopes. */
    public ClientCredentials scope(String scope) {
        return new ClientCredentials(issuer, client, secret, scope, clock);
    }

    @Override
    public synchronized String token() {
        if (token == null || !clock.instant().isBefore(until)) {
            take(ask());
        }
        return token;
    }

    @Override
    public synchronized String renew(String refused) {
        // Another thread may have renewed it in the meantime.
        if (refused.equals(token)) {
            token = null;
        }
        return token();
    }

    private void take(JsonNode answer) {
        if (!answer.path("access_token").isTextual()) {
            throw new TokenException(endpoint.token() + " answered without access_token");
        }
        token = answer.get("access_token").asText();
        Duration life = Duration.ofSeconds(answer.path("expires_in").asLong(SHORT));
        // One that lives shorter than that is used for half its life.
        Duration used =
                life.compareTo(EARLY.multipliedBy(2)) < 0 ? life.dividedBy(2) : life.minus(EARLY);
        until = clock.instant().plus(used);
    }

    private JsonNode ask() {
        if (endpoint == null) {
            endpoint = discover();
        }
        String form =
                "grant_type=client_credentials" + (scope == null ? "" : "&scope=" + encoded(scope));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint.token())
                        .timeout(PATIENCE)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/x-www-form-urlencoded");
        if (endpoint.basic()) {
            String pair = encoded(client) + ":" + encoded(secret);
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else {
            form += "&client_id=" + encoded(client) + "&client_secret=" + encoded(secret);
        }
        return json(request.POST(BodyPublishers.ofString(form)).build());
    }

    private Endpoint discover() {
        String base = issuer.toString();
        URI document =
                URI.create(
                        (base.endsWith("/") ? base : base + "/")
                                + ".well-known/openid-configuration");
        JsonNode said = json(HttpRequest.newBuilder(document).timeout(PATIENCE).build());
        if (!said.path("issuer").asText().equals(base)) {
            throw new TokenException(
                    document + " names the issuer " + said.path("issuer") + "; expected " + base);
        }
        if (!said.path("token_endpoint").isTextual()) {
            throw new TokenException(document + " has no token_endpoint");
        }
        JsonNode methods = said.path("token_endpoint_auth_methods_supported");
        boolean basic = methods.isEmpty();
        for (JsonNode method : methods) {
            basic |= method.asText().equals("client_secret_basic");
        }
        return new Endpoint(URI.create(said.get("token_endpoint").asText()), basic);
    }

    private JsonNode json(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new TokenException(
                        request.uri() + " answered " + answer.statusCode() + why(answer.body()));
            }
            return Json.MAPPER.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new TokenException(request.uri() + " answered no JSON", e);
        } catch (IOException e) {
            throw new TokenException(request.uri() + " can't be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenException("Interrupted while waiting for " + request.uri(), e);
        }
    }

    /** The reason in the words of RFC 6749, if it has one. */
    private static String why(String body) {
        try {
            JsonNode said = Json.MAPPER.readTree(body);
            String error = said.path("error").asText();
            String more = said.path("error_description").asText();
            return error.isEmpty() ? "" : ": " + error + (more.isEmpty() ? "" : ", " + more);
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
