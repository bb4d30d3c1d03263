package org.kongdee.stack.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.stack.oidc.RunningProvider.FRONTEND;
import static org.kongdee.stack.oidc.RunningProvider.REDIRECT;
import static org.kongdee.stack.oidc.RunningProvider.SERVICES;
import static org.kongdee.stack.oidc.RunningProvider.asking;
import static org.kongdee.stack.oidc.RunningProvider.json;
import static org.kongdee.stack.oidc.RunningProvider.parameters;
import static org.kongdee.stack.oidc.RunningProvider.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the page to the tokens, and what ends them. */
class SignInTest {

    private static final String WHO = "slk-legal-officer";

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
    void sendsACodeBackWithTheStateAndWhoAnswers() throws Exception {
        String back = provider.pick(WHO);

        assertThat(back).startsWith(REDIRECT + "?");
        assertThat(parameters(back))
                .containsEntry("state", "a state & more=1")
                .containsEntry("iss", provider.issuer)
                .containsKey("code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000/",
                "http://localhost",
                "http://127.0.0.1:49152/a/b?kept=1",
                "http://[::1]:8000/callback"
            })
    void sendsItToAnyPageOfThisMachine(String address) throws Exception {
        assertThat(provider.pick(WHO, "redirect_uri", address))
                .startsWith(address + (address.contains("?") ? "&" : "?"));
    }

    @Test
    void givesTokensThatSayWhoHasSignedInAndWhatFor() throws Exception {
        JsonNode tokens = provider.signIn(WHO, "nonce", "n-1");

        assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expires_in").asInt()).isEqualTo(300);
        assertThat(tokens.path("scope").asText()).isEqualTo("openid profile");
        String access = tokens.path("access_token").asText();
        JwtClaims forServices = provider.claims(access, "rubric-service");
        assertThat(forServices.getSubject()).isEqualTo(WHO);
        assertThat(forServices.getAudience()).containsExactlyElementsOf(SERVICES);
        assertThat(forServices.getStringListClaimValue("groups")).containsExactly("officer");
        assertThat(forServices.getStringClaimValue("unit")).isEqualTo("SLK");
        assertThat(forServices.getStringClaimValue("name")).isEqualTo("เจ้าหน้าที่นิติการ");
        assertThat(forServices.hasClaim("nonce")).isFalse();
        JwtClaims forFrontend = provider.claims(tokens.path("id_token").asText(), FRONTEND);
        assertThat(forFrontend.getSubject()).isEqualTo(WHO);
        assertThat(forFrontend.getAudience()).containsExactly(FRONTEND);
        assertThat(forFrontend.getStringClaimValue("nonce")).isEqualTo("n-1");
        assertThat(forFrontend.getStringClaimValue("at_hash")).isEqualTo(leftHalf(access));
        assertThat(forFrontend.getStringClaimValue("sid")).isNotBlank();
        assertThat(forFrontend.hasClaim("auth_time")).isTrue();
    }

    private static String leftHalf(String token) {
        byte[] hash = Tokens.sha256(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    }

    @ParameterizedTest
    @CsvSource({
        "organiser,    organiser,",
        "author,       author,",
        "assessor,     assessor, EXTERNAL",
        "viewer,       viewer,",
        "slk-director, officer,  SLK"
    })
    void givesEachTheirRoleAndUnit(String subject, String role, String unit) throws Exception {
        String token = provider.signIn(subject).path("access_token").asText();

        JwtClaims claims = provider.claims(token, "evidence-service");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly(role);
        assertThat(claims.getStringClaimValue("unit")).isEqualTo(unit);
    }

    @Test
    void givesNoIdTokenWhereNobodyAskedForOne() throws Exception {
        JsonNode tokens = provider.signIn(WHO, "scope", "");

        assertThat(tokens.has("access_token")).isTrue();
        assertThat(tokens.has("id_token")).isFalse();
    }

    @Test
    void takesACodeOnceAndEndsTheSignInOfOneThatComesAgain() throws Exception {
        String code = provider.code(WHO);
        String refreshToken = json(provider.exchange(code)).path("refresh_token").asText();

        refused(provider.exchange(code), 400, "invalid_grant");
        refused(provider.refresh(refreshToken), 400, "invalid_grant");
    }

    @Test
    void takesACodeForAMinute() throws Exception {
        String code = provider.code(WHO);
        provider.clock.by(Duration.ofSeconds(61));

        refused(provider.exchange(code), 400, "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id,     other-web",
        "redirect_uri,  http://localhost:5173/other",
        "code_verifier, another-verifier-that-is-as-long-as-they-want-it"
    })
    void takesACodeOnlyFromWhomItWasGivenTo(String parameter, String other) throws Exception {
        String code = provider.code(WHO);

        refused(provider.exchange(code, parameter, other), 400, "invalid_grant");
        refused(provider.exchange(code), 400, "invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "redirect_uri", "code_verifier"})
    void namesWhatIsMissing(String parameter) throws Exception {
        String code = provider.code(WHO);

        refused(provider.exchange(code, parameter, ""), 400, "invalid_request");
        assertThat(provider.exchange(code).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with-a-space-in-it-and-long-enough-for-all-the rest"})
    void wantsAVerifierThatCannotBeGuessed(String verifier) throws Exception {
        String code = provider.code(WHO, "code_challenge", RunningProvider.challenge(verifier));

        refused(provider.exchange(code, "code_verifier", verifier), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"guess", "guess.guess", "."})
    void takesNoGuess(String guess) throws Exception {
        refused(provider.exchange(guess), 400, "invalid_grant");
        refused(provider.refresh(guess), 400, "invalid_grant");
    }

    @Test
    void refreshesWithATokenThatIsAnotherEachTime() throws Exception {
        JsonNode first = provider.signIn(WHO, "nonce", "n-1");

        JsonNode second = json(provider.refresh(first.path("refresh_token").asText()));

        assertThat(second.path("refresh_token")).isNotEqualTo(first.path("refresh_token"));
        JwtClaims before = provider.claims(first.path("id_token").asText(), FRONTEND);
        JwtClaims after = provider.claims(second.path("id_token").asText(), FRONTEND);
        assertThat(after.getSubject()).isEqualTo(WHO);
        assertThat(after.getClaimValue("auth_time")).isEqualTo(before.getClaimValue("auth_time"));
        assertThat(after.getClaimValue("sid")).isEqualTo(before.getClaimValue("sid"));
        assertThat(json(provider.refresh(second.path("refresh_token").asText())).path("scope"))
                .isEqualTo(first.path("scope"));
    }

    @Test
    void endsTheSignInOfARefreshTokenThatComesAgain() throws Exception {
        String stolen = provider.signIn(WHO).path("refresh_token").asText();
        String next = json(provider.refresh(stolen)).path("refresh_token").asText();

        refused(provider.refresh(stolen), 400, "invalid_grant");
        refused(provider.refresh(next), 400, "invalid_grant");
    }

    @Test
    void refreshesForEightHoursFromTheSignIn() throws Exception {
        String first = provider.signIn(WHO).path("refresh_token").asText();
        provider.clock.by(Duration.ofHours(8).minusMinutes(1));
        String last = json(provider.refresh(first)).path("refresh_token").asText();
        provider.clock.by(Duration.ofMinutes(2));

        refused(provider.refresh(last), 400, "invalid_grant");
    }

    @Test
    void takesNoCodeForARefreshToken() throws Exception {
        refused(provider.refresh(provider.code(WHO)), 400, "invalid_grant");
    }

    @Test
    void sendsBackThatNobodyWasPicked() throws Exception {
        assertThat(parameters(provider.pick("nobody")))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "a state & more=1")
                .doesNotContainKey("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://kongdee.example", "http://localhost:5173", "null"})
    void takesNoPickFromAnotherPage(String origin) throws Exception {
        var form = asking();
        form.put("subject", WHO);
        HttpRequest.Builder request =
                provider.posting("/authorize/pick", RunningProvider.encode(form))
                        .header("Origin", origin);

        var response = provider.send(request);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Location")).isEmpty();
    }
}
