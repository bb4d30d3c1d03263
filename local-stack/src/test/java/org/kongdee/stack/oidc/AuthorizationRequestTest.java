package org.kongdee.stack.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.stack.oidc.RunningProvider.REDIRECT;
import static org.kongdee.stack.oidc.RunningProvider.asking;
import static org.kongdee.stack.oidc.RunningProvider.encode;
import static org.kongdee.stack.oidc.RunningProvider.parameters;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is asked wrongly, and who is told so: the frontend, or where it is not sure who that is, the
 * person.
 */
class AuthorizationRequestTest {

    private static RunningProvider provider;

    @BeforeAll
    static void start() throws Exception {
        provider = new RunningProvider();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @ParameterizedTest
    @CsvSource({
        "response_type,         '',                 invalid_request",
        "response_type,         token,                unsupported_response_type",
        "response_type,         code id_token,        unsupported_response_type",
        "response_mode,         fragment,             invalid_request",
        "code_challenge,        '',                 invalid_request",
        "code_challenge,        short,                invalid_request",
        "code_challenge_method, '',                 invalid_request",
        "code_challenge_method, plain,                invalid_request",
        "request,               eyJhbGciOiJub25lIn0., request_not_supported",
        "request_uri,           https://a.example/r,  request_uri_not_supported",
        "registration,          {},                   registration_not_supported",
        "prompt,                none,                 login_required",
        "prompt,                none login,           invalid_request",
        "prompt,                create,               invalid_request"
    })
    void tellsTheFrontend(String parameter, String value, String error) throws Exception {
        HttpResponse<String> response = provider.get("/authorize", asking(parameter, value));

        assertThat(response.statusCode()).isEqualTo(303);
        String back = response.headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith(REDIRECT + "?");
        assertThat(parameters(back))
                .containsEntry("error", error)
                .containsEntry("state", "a state & more=1")
                .containsEntry("iss", provider.issuer);
        assertThat(parameters(back).get("error_description")).isNotBlank();
    }

    @Test
    void tellsTheFrontendOfAParameterThatIsGivenTwice() throws Exception {
        HttpResponse<String> response =
                provider.send(
                        HttpRequest.newBuilder(
                                provider.uri("/authorize?" + encode(asking()) + "&scope=openid")));

        assertThat(parameters(response.headers().firstValue("Location").orElseThrow()))
                .containsEntry("error", "invalid_request")
                .containsEntry("error_description", "scope is given twice");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id,    ''",
        "client_id,    nobody",
        "client_id,    kongdee-automation",
        "redirect_uri, ''",
        "redirect_uri, https://localhost/",
        "redirect_uri, http://kongdee.example/",
        "redirect_uri, http://localhost.kongdee.example/",
        "redirect_uri, http://127.0.0.2/",
        "redirect_uri, http://localhost@kongdee.example/",
        "redirect_uri, http://user@localhost/",
        "redirect_uri, http://localhost/#here",
        "redirect_uri, http://localhost\\@kongdee.example/",
        "redirect_uri, //localhost/",
        "redirect_uri, javascript:alert(1)",
        "redirect_uri, /callback"
    })
    void tellsThePersonAndSendsThemNowhere(String parameter, String value) throws Exception {
        Map<String, String> query = asking(parameter, value);

        HttpResponse<String> asked = provider.get("/authorize", query);
        query.put("subject", "organiser");
        HttpResponse<String> picked = provider.post("/authorize/pick", query);

        for (HttpResponse<String> response : List.of(asked, picked)) {
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("Location")).isEmpty();
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValue("text/html; charset=utf-8");
            assertThat(response.body()).contains(parameter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=kongdee-web", "redirect_uri=http://localhost/"})
    void isNotSureOfWhatIsGivenTwice(String again) throws Exception {
        HttpResponse<String> response =
                provider.send(
                        HttpRequest.newBuilder(
                                provider.uri("/authorize?" + encode(asking()) + "&" + again)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("given twice");
    }

    @Test
    void takesPromptsThatAreMetAnyway() throws Exception {
        assertThat(
                        provider.get("/authorize", asking("prompt", "select_account login"))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void canBeAskedByPostToo() throws Exception {
        assertThat(provider.post("/authorize", asking()).statusCode()).isEqualTo(200);
    }
}
