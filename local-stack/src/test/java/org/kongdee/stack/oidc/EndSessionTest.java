package org.kongdee.stack.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.stack.oidc.RunningProvider.FRONTEND;
import static org.kongdee.stack.oidc.RunningProvider.ORIGIN;
import static org.kongdee.stack.oidc.RunningProvider.json;
import static org.kongdee.stack.oidc.RunningProvider.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndSessionTest {

    private static final String BACK = ORIGIN + "/bye";

    private static RunningProvider provider;

    @BeforeAll
    static void start() throws Exception {
        provider = new RunningProvider();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void endsTheSignInAndSendsTheFrontendOn() throws Exception {
        JsonNode tokens = provider.signIn("organiser");
        JsonNode another = provider.signIn("organiser");

        HttpResponse<String> response =
                provider.get(
                        "/end-session",
                        Map.of(
                                "id_token_hint",
                                tokens.path("id_token").asText(),
                                "post_logout_redirect_uri",
                                BACK,
                                "state",
                                "s 1"));

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue(BACK + "?state=s+1");
        refused(provider.refresh(tokens.path("refresh_token").asText()), 400, "invalid_grant");
        assertThat(json(provider.refresh(another.path("refresh_token").asText())).has("id_token"))
                .isTrue();
    }

    @Test
    void takesATokenThatHasExpired() throws Exception {
        JsonNode tokens = provider.signIn("organiser");
        provider.clock.by(Duration.ofHours(1));

        assertThat(hint(tokens.path("id_token").asText()).statusCode()).isEqualTo(200);
        refused(provider.refresh(tokens.path("refresh_token").asText()), 400, "invalid_grant");
    }

    @Test
    void sendsOnWhoeverNamesItsClient() throws Exception {
        HttpResponse<String> response =
                provider.post(
                        "/end-session",
                        Map.of("client_id", FRONTEND, "post_logout_redirect_uri", BACK));

        assertThat(response.headers().firstValue("Location")).hasValue(BACK);
    }

    @Test
    void saysThatNobodyIsSignedIn() throws Exception {
        HttpResponse<String> response = provider.get("/end-session", Map.of("ui_locales", "th"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("<h1>ออกจากระบบแล้ว</h1>");
    }

    @ParameterizedTest
    @CsvSource({
        "'',                 http://localhost:5173/bye",
        "nobody,             http://localhost:5173/bye",
        "kongdee-automation, http://localhost:5173/bye",
        "kongdee-web,        https://kongdee.example/bye"
    })
    void sendsNobodyWhereItIsNotSure(String client, String back) throws Exception {
        HttpResponse<String> response =
                provider.get(
                        "/end-session",
                        Map.of("client_id", client, "post_logout_redirect_uri", back));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Location")).isEmpty();
        assertThat(response.body()).contains("post_logout_redirect_uri");
    }

    @Test
    void takesNoOtherTokens() throws Exception {
        JsonNode tokens = provider.signIn("organiser");

        assertThat(hint(tokens.path("access_token").asText()).statusCode()).isEqualTo(400);
        assertThat(hint("no.to.ken").statusCode()).isEqualTo(400);
        HttpResponse<String> othersClient =
                provider.get(
                        "/end-session",
                        Map.of(
                                "client_id",
                                "other-web",
                                "id_token_hint",
                                tokens.path("id_token").asText()));
        assertThat(othersClient.statusCode()).isEqualTo(400);
        assertThat(json(provider.refresh(tokens.path("refresh_token").asText())).has("id_token"))
                .isTrue();
    }

    private static HttpResponse<String> hint(String token) throws Exception {
        return provider.get("/end-session", Map.of("id_token_hint", token));
    }
}
