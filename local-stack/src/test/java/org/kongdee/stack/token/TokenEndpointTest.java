package org.kongdee.stack.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEndpointTest {

    private static final String GRANT = "grant_type=client_credentials";
    private static final String GOOD = GRANT + "&client_id=rubric-service&client_secret=s%2Bcret";

    private final SigningKey key = SigningKey.generate();
    private final HttpClient http = HttpClient.newHttpClient();
    private TokenEndpoint endpoint;

    @BeforeEach
    void start() throws Exception {
        List<ServiceClient> clients =
                List.of(new ServiceClient("rubric-service", "s+cret", List.of("evidence-service")));
        endpoint = TokenEndpoint.start(0, key, new TokenMint(key, Clock.systemUTC()), clients);
    }

    @AfterEach
    void stop() {
        http.close();
        endpoint.close();
    }

    @Test
    void givesAServiceATokenForItsNeighbourThatThePublishedKeyVerifies() throws Exception {
        HttpResponse<String> response = post(GOOD);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        String token = response.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
        JwtClaims claims =
                new JwtConsumerBuilder()
                        .setVerificationKeyResolver(
                                new HttpsJwksVerificationKeyResolver(
                                        new HttpsJwks(uri("/jwks").toString())))
                        .setExpectedIssuer("https://kongdee.local")
                        .setExpectedAudience("evidence-service")
                        .build()
                        .processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("rubric-service");
        assertThat(claims.getAudience()).containsExactly("evidence-service");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("service");
    }

    @Test
    void takesCredentialsInTheHeaderToo() throws Exception {
        String basic =
                Base64.getEncoder()
                        .encodeToString("rubric-service:s%2Bcret".getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(uri("/token"))
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.ofString(GRANT))
                        .build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&client_id=rubric-service&client_secret=guess, 401, invalid_client",
        "grant_type=client_credentials&client_id=nobody&client_secret=s%2Bcret,      401, invalid_client",
        "grant_type=client_credentials,                                              401, invalid_client",
        "grant_type=password&client_id=rubric-service&client_secret=s%2Bcret,        400, unsupported_grant_type",
        "client_id=%zz,                                                              400, invalid_request"
    })
    void refusesWithTheErrorOfTheStandard(String form, int status, String error) throws Exception {
        HttpResponse<String> response = post(form);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body())
                .contains("\"error\":\"" + error + "\"")
                .doesNotContain("access_token");
    }

    @Test
    void refusesALongBody() throws Exception {
        assertThat(post(GOOD + "&x=" + "y".repeat(10_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void answersOnlyWhatItIsFor() throws Exception {
        assertThat(get("/token").statusCode()).isEqualTo(405);
        assertThat(get("/other").statusCode()).isEqualTo(404);
        assertThat(get("/.well-known/openid-configuration").body())
                .contains(uri("/token").getPath());
    }

    private HttpResponse<String> post(String form) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/token")).POST(BodyPublishers.ofString(form)).build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + endpoint.port() + path);
    }
}
