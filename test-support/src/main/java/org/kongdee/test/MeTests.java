package org.kongdee.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers are told who they are, and what the contract lets their roles do. */
public abstract class MeTests {

    private static ValidatableResponse me(String token) {
        return given().auth().oauth2(token).get("/v1/me").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "author",
                "organiser",
                "assessor",
                "officer",
                "viewer",
                "automation",
                "service"
            })
    void aRoleMayDoWhatTheContractSays(String role) {
        List<String> may = me(TestTokens.token(role, "SLK")).extract().path("may");

        assertThat(may).containsExactlyElementsOf(allowed(role)).contains("getMe");
    }

    @Test
    void whoHasNoRoleIsKnownAllTheSame() {
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("groups", List.of("offline_access"));

        List<String> may =
                me(TestTokens.odd(none))
                        .body("subject", equalTo("odd"))
                        .body("name", nullValue())
                        .body("roles", empty())
                        .body("unit", nullValue())
                        .body("unitTitle", nullValue())
                        .body("sees", equalTo("NOTHING"))
                        .extract()
                        .path("may");

        assertThat(may).containsExactlyElementsOf(allowed("none"));
    }

    @Test
    void aPersonIsToldTheNameAndUnitOfTheToken() {
        me(TestTokens.named("malee", "Malee", "officer", "NOWHERE"))
                .body("subject", equalTo("malee"))
                .body("name", equalTo("Malee"))
                .body("roles", contains("officer"))
                .body("unit", equalTo("NOWHERE"));
    }

    @ParameterizedTest
    @CsvSource({
        "officer, SLK, OWN_UNIT",
        "viewer, SLK, ALL",
        "assessor, EXTERNAL, ALL",
        "automation, SLK, ALL",
        "service, , ALL"
    })
    void tellsWhatOfUnitsIsSeen(String role, @Nullable String unit, String sees) {
        me(TestTokens.token(role, unit)).body("sees", equalTo(sees));
    }

    @Test
    void anOfficerOfNoUnitSeesNothing() {
        Map<String, @Nullable Object> officer = new HashMap<>();
        officer.put("groups", List.of("officer"));

        me(TestTokens.odd(officer))
                .body("roles", contains("officer"))
                .body("sees", equalTo("NOTHING"));
    }

    @Test
    void nobodyIsToldWithoutAToken() {
        given().get("/v1/me").then().statusCode(401);
    }

    /** What the contract lets a role call, by the scopes of its security. */
    private static List<String> allowed(String role) {
        var allowed = new TreeSet<String>();
        for (var operation : PublishedContract.ofThisModule().orElseThrow().operations()) {
            JsonNode security = operation.node().path("security");
            List<String> roles = new ArrayList<>();
            security.findValues("SecurityScheme")
                    .forEach(scopes -> scopes.forEach(scope -> roles.add(scope.asText())));
            if (roles.isEmpty() || roles.contains(role)) {
                allowed.add(operation.id());
            }
        }
        return List.copyOf(allowed);
    }
}
