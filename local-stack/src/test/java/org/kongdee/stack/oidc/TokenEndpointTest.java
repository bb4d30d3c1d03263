package org.kongdee.stack.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.stack.oidc.RunningProvider.SERVICES;
import static org.kongdee.stack.oidc.RunningProvider.json;
import static org.kongdee.stack.oidc.RunningProvider.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that act for themselves. */
class TokenEndpointTest {

    private static final String GRANT = "grant_type=client_credentials";
    private static final String AUTOMATION =
            GRANT + "&client_id=kongdee-automation&client_secret=s%2Bcret";

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
    void givesAServiceATokenForItsNeighbour() throws Exception {
        JsonNode answer = json(post(GRANT + "&client_id=rubric-service&client_secret=quiet"));

        JwtClaims claims =
                provider.claims(answer.path("access_token").asText(), "evidence-service");
        assertThat(claims.getSubject()).isEqualTo("rubric-service");
        assertThat(claims.getAudience()).containsExactly("evidence-service");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("service");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(300);
        assertThat(answer.has("refresh_token")).isFalse();
        assertThat(answer.has("id_token")).isFalse();
    }

    @Test
    void givesAutomationATokenForEveryService() throws Exception {
        HttpResponse<String> response = post(AUTOMATION);

        JwtClaims claims =
                provider.claims(json(response).path("access_token").asText(), "evidence-service");
        assertThat(claims.getSubject()).isEqualTo("kongdee-automation");
        assertThat(claims.getAudience()).containsExactlyElementsOf(SERVICES);
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("automation");
        assertThat(claims.hasClaim("unit")).isFalse();
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void takesCredentialsInTheHeaderToo() throws Exception {
        assertThat(basic("kongdee-automation:s%2Bcret", GRANT).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsWhoSentAHeaderHowToProveWhoTheyAre() throws Exception {
        HttpResponse<String> response = basic("kongdee-automation:guess", GRANT);

        refused(response, 401, "invalid_client");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValue("Basic realm=\"kongdee\"");
    }

    @Test
    void refusesASecretThatStandsInTwoPlaces() throws Exception {
        refused(basic("kongdee-automation:s%2Bcret", AUTOMATION), 400, "invalid_request");
    }

    private static HttpResponse<String> basic(String credentials, String form) throws Exception {
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
        return provider.send(
                provider.posting("/token", form).header("Authorization", "Basic " + encoded));
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&client_id=rubric-service&client_secret=guess,       401, invalid_client",
        "grant_type=client_credentials&client_id=rubric-service,                           401, invalid_client",
        "grant_type=client_credentials&client_id=nobody&client_secret=quiet,               401, invalid_client",
        "grant_type=client_credentials,                                                    401, invalid_client",
        "grant_type=client_credentials&client_id=kongdee-web,                              400, unauthorized_client",
        "grant_type=client_credentials&client_id=kongdee-web&client_secret=any,            401, invalid_client",
        "grant_type=authorization_code&client_id=rubric-service&client_secret=quiet&code=x, 400, unauthorized_client",
        "grant_type=refresh_token&client_id=rubric-service&client_secret=quiet,            400, unauthorized_client",
        "grant_type=refresh_token&client_id=kongdee-web,                                   400, invalid_request",
        "grant_type=password&client_id=rubric-service&client_secret=quiet,                 400, unsupported_grant_type",
        "client_id=rubric-service&client_secret=quiet,                                     400, invalid_request",
        "client_id=rubric-service&client_id=rubric-service&client_secret=quiet,            400, invalid_request",
        "client_id=%zz,                                                                    400, invalid_request"
    })
    void refusesWithTheErrorOfTheStandard(String form, int status, String error) throws Exception {
        refused(post(form), status, error);
    }

    @Test
    void refusesALongBody() throws Exception {
        refused(post(AUTOMATION + "&x=" + "y".repeat(10_000)), 400, "invalid_request");
    }

    @Test
    void refusesABodyThatIsNoForm() throws Exception {
        refused(
                provider.send(
                        HttpRequest.newBuilder(provider.uri("/token"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}"))),
                400,
                "invalid_request");
    }

    private static HttpResponse<String> post(String form) throws Exception {
        return provider.send(provider.posting("/token", form));
    }
}
