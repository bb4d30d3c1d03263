package org.kongdee.stack.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.stack.oidc.RunningProvider.ORIGIN;
import static org.kongdee.stack.oidc.RunningProvider.json;
import static org.kongdee.stack.oidc.RunningProvider.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What it says of itself, and whom it answers. */
class ProviderTest {

    private RunningProvider provider;

    @BeforeEach
    void start() throws Exception {
        provider = new RunningProvider();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void saysWhatItCanDoAndWhere() throws Exception {
        JsonNode told = json(provider.get("/.well-known/openid-configuration", Map.of()));

        assertThat(told.path("issuer").asText()).isEqualTo(provider.issuer);
        for (String endpoint :
                new String[] {
                    "authorization_endpoint",
                    "token_endpoint",
                    "jwks_uri",
                    "userinfo_endpoint",
                    "end_session_endpoint"
                }) {
            String address = told.path(endpoint).asText();
            assertThat(address).startsWith(provider.issuer + "/");
            assertThat(
                            provider.get(address.substring(provider.issuer.length()), Map.of())
                                    .statusCode())
                    .as(address)
                    .isNotEqualTo(404);
        }
        assertThat(told.path("code_challenge_methods_supported").toString())
                .isEqualTo("[\"S256\"]");
        assertThat(told.path("response_types_supported").toString()).isEqualTo("[\"code\"]");
    }

    @Test
    void tellsWhoATokenSpeaksFor() throws Exception {
        JsonNode tokens = provider.signIn("slk-plan-officer");

        JsonNode told = json(userInfo("Bearer " + tokens.path("access_token").asText()));

        assertThat(told.toString())
                .isEqualTo(
                        "{\"sub\":\"slk-plan-officer\",\"name\":\"Planning officer\",\"unit\":\"SLK\"}");
    }

    @Test
    void tellsNothingForATokenThatIsNone() throws Exception {
        JsonNode tokens = provider.signIn("slk-plan-officer");

        HttpResponse<String> idToken = userInfo("Bearer " + tokens.path("id_token").asText());
        provider.clock.by(Duration.ofMinutes(6));
        HttpResponse<String> expired = userInfo("Bearer " + tokens.path("access_token").asText());

        refused(idToken, 401, "invalid_token");
        refused(expired, 401, "invalid_token");
        assertThat(expired.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"invalid_token\"");
        refused(userInfo("Basic eDp5"), 401, "invalid_token");
    }

    private HttpResponse<String> userInfo(String authorization) throws Exception {
        return provider.send(
                HttpRequest.newBuilder(provider.uri("/userinfo"))
                        .header("Authorization", authorization));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /.well-known/openid-configuration",
        "GET,  /jwks",
        "POST, /token",
        "GET,  /userinfo"
    })
    void letsPagesOfNamedOriginsReadItsAnswers(String method, String path) throws Exception {
        HttpResponse<String> preflight = preflight(ORIGIN, method, path);
        HttpResponse<String> answer = from(ORIGIN, method, path);

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains(method);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue("Authorization, Content-Type");
        for (HttpResponse<String> each : new HttpResponse[] {preflight, answer}) {
            assertThat(each.headers().firstValue("Access-Control-Allow-Origin")).hasValue(ORIGIN);
            assertThat(each.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(each.headers().firstValue("Vary")).hasValue("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:5174",
                "http://127.0.0.1:5173",
                "https://kongdee.example",
                "null"
            })
    void tellsOtherPagesNothing(String origin) throws Exception {
        assertThat(
                        preflight(origin, "POST", "/token")
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        HttpResponse<String> answer = from(origin, "GET", "/jwks");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/authorize", "/authorize/pick", "/end-session", "/nothing"})
    void sharesNoPages(String path) throws Exception {
        assertThat(
                        preflight(ORIGIN, "POST", path)
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(from(ORIGIN, "GET", path).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private HttpResponse<String> preflight(String origin, String method, String path)
            throws Exception {
        return provider.send(
                HttpRequest.newBuilder(provider.uri(path))
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", method)
                        .header("Access-Control-Request-Headers", "content-type")
                        .method("OPTIONS", BodyPublishers.noBody()));
    }

    private HttpResponse<String> from(String origin, String method, String path) throws Exception {
        return provider.send(
                HttpRequest.newBuilder(provider.uri(path))
                        .header("Origin", origin)
                        .method(method, BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,           200",
        "localhost:8084,      200",
        "127.0.0.1:1,         200",
        "[::1]:8084,          200",
        "kongdee.example,     421",
        "localhost.example,   421",
        "localhost:x,         421",
        "127.0.0.1.nip.io:80, 421",
        "'',                  421"
    })
    void answersWhoMeansThisMachine(String host, int status) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", provider.uri("/").getPort())) {
            String request =
                    "GET /jwks HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 " + status + " ");
        }
    }

    @Test
    void answersOnlyWhatItIsFor() throws Exception {
        HttpResponse<String> wrongMethod = provider.get("/token", Map.of());
        refused(wrongMethod, 405, "method_not_allowed");
        assertThat(wrongMethod.headers().firstValue("Allow")).hasValue("POST");
        refused(provider.get("/tokens", Map.of()), 404, "not_found");
        refused(provider.get("/token/", Map.of()), 404, "not_found");
    }
}
