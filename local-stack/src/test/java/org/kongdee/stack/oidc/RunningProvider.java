package org.kongdee.stack.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.kongdee.stack.people.People;
import org.kongdee.stack.postgres.PostgresPort;
import org.kongdee.stack.token.SigningKey;

/** A provider on a free port, and a frontend of it at {@link #REDIRECT}, over real HTTP. */
final class RunningProvider implements AutoCloseable {

    static final String FRONTEND = "kongdee-web";
    static final String ORIGIN = "http://localhost:5173";
    static final String REDIRECT = ORIGIN + "/callback";
    static final String VERIFIER = "a-verifier-that-is-as-long-as-the-rules-want-it";
    static final List<String> SERVICES =
            List.of("evidence-service", "rubric-service", "notification-service");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SigningKey KEY = SigningKey.generate();

    /** Goes with the real one, and can be put forward. */
    static final class Forward extends Clock {

        private volatile Duration by = Duration.ZERO;

        void by(Duration more) {
            by = by.plus(more);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    final Forward clock = new Forward();
    final String issuer;
    private final Provider provider;
    private final HttpClient http = HttpClient.newHttpClient();

    RunningProvider() throws Exception {
        int port = PostgresPort.free();
        issuer = "http://localhost:" + port;
        provider =
                Provider.start(
                        new Provider.Settings(
                                port,
                                issuer,
                                Set.of(ORIGIN),
                                List.of(
                                        new Client.Frontend(FRONTEND, SERVICES),
                                        new Client.Frontend("other-web", SERVICES),
                                        Client.Program.automation(
                                                "kongdee-automation", "s+cret", SERVICES),
                                        Client.Program.service(
                                                "rubric-service",
                                                "quiet",
                                                List.of("evidence-service"))),
                                People.in(Path.of("..").toAbsolutePath())),
                        KEY,
                        clock);
    }

    URI uri(String pathAndQuery) {
        return URI.create(issuer.replace("localhost", "127.0.0.1") + pathAndQuery);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, Map<String, String> query) throws Exception {
        return send(HttpRequest.newBuilder(uri(path + "?" + encode(query))));
    }

    HttpRequest.Builder posting(String path, String form) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        return send(posting(path, encode(form)));
    }

    /** What a frontend asks with; more of it, or other, or with nothing for a value less. */
    static Map<String, String> asking(String... changes) {
        Map<String, String> all = new HashMap<>();
        all.put("client_id", FRONTEND);
        all.put("redirect_uri", REDIRECT);
        all.put("response_type", "code");
        all.put("scope", "openid profile");
        all.put("state", "a state & more=1");
        all.put("code_challenge", challenge(VERIFIER));
        all.put("code_challenge_method", "S256");
        return changed(all, changes);
    }

    private static Map<String, String> changed(Map<String, String> all, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            all.put(changes[i], changes[i + 1]);
        }
        return all;
    }

    /** Where picking somebody leads. */
    String pick(String subject, String... changes) throws Exception {
        Map<String, String> form = asking(changes);
        form.put("subject", subject);
        HttpResponse<String> response = post("/authorize/pick", form);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    /** A code for somebody. */
    String code(String subject, String... changes) throws Exception {
        return Objects.requireNonNull(parameters(pick(subject, changes)).get("code"));
    }

    /** The answer to a code; more parameters, or other, or with nothing for a value fewer. */
    HttpResponse<String> exchange(String code, String... changes) throws Exception {
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", FRONTEND);
        form.put("redirect_uri", REDIRECT);
        form.put("code", code);
        form.put("code_verifier", VERIFIER);
        return post("/token", changed(form, changes));
    }

    HttpResponse<String> refresh(String token) throws Exception {
        return post(
                "/token",
                Map.of(
                        "grant_type", "refresh_token",
                        "client_id", FRONTEND,
                        "refresh_token", token));
    }

    /** The tokens of somebody who has just signed in. */
    JsonNode signIn(String subject, String... changes) throws Exception {
        return json(exchange(code(subject, changes)));
    }

    /** Of a good answer. */
    static JsonNode json(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    static void refused(HttpResponse<String> response, int status, String error) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode body = JSON.readTree(response.body());
        assertThat(body.path("error").asText()).isEqualTo(error);
        assertThat(body.path("error_description").asText()).isNotBlank();
        assertThat(response.body()).doesNotContain("access_token");
    }

    /** What a token says that the published key verifies and that is for {@code audience}. */
    JwtClaims claims(String token, String audience) throws Exception {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(
                        new HttpsJwksVerificationKeyResolver(
                                new HttpsJwks(uri("/jwks").toString())))
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }

    static Map<String, String> parameters(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        provider.close();
    }
}
