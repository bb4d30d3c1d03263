package org.kongdee.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kongdee.test.PublishedContract.Operation;

/**
 * A token that does not say what a token must say holds nowhere. The same in every service, each of
 * which runs these with all operations of its contract.
 */
public abstract class DoorTests {

    private static final long HOUR = 3_600;

    static final List<Map<String, @Nullable Object>> ODD_CLAIMS =
            List.of(
                    claim("sub", null),
                    claim("sub", ""),
                    claim("sub", " "),
                    claim("sub", 7),
                    claim("sub", "a".repeat(201)),
                    claim("sub", "a\nb"),
                    claim("unit", ""),
                    claim("unit", "slk"),
                    claim("unit", " SLK"),
                    claim("unit", "SLK\n"),
                    claim("unit", 7),
                    claim("unit", true),
                    claim("unit", List.of("SLK")),
                    claim("unit", List.of()),
                    claim("unit", Map.of("SLK", "SLK")),
                    claim("unit", "A".repeat(33)),
                    claim("iat", null),
                    claim("iat", now() + HOUR),
                    claim("iat", now() - 25 * HOUR),
                    claim("exp", null),
                    claim("exp", now() - HOUR),
                    claim("aud", "another-service"),
                    claim("iss", "https://elsewhere.example"));

    private static Map<String, @Nullable Object> claim(String name, @Nullable Object value) {
        Map<String, @Nullable Object> claims = new HashMap<>();
        claims.put(name, value);
        return claims;
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    static Stream<Operation> operations() {
        return PublishedContract.ofThisModule().orElseThrow().operations().stream();
    }

    /** An operation that only organisers may call, and a path that it has. */
    protected abstract Response anything(String token);

    @ParameterizedTest
    @FieldSource("ODD_CLAIMS")
    void refusesATokenThatDoesNotSayWhatItMust(Map<String, @Nullable Object> claims) {
        refused(anything(TestTokens.odd(claims)));
    }

    @Test
    void takesOneThatDoes() {
        anything(TestTokens.odd(Map.of("unit", "SLK", "name", "สมหญิง ใจดี")))
                .then()
                .statusCode(200);
        anything(TestTokens.odd(Map.of("iat", now() - 23 * HOUR))).then().statusCode(200);
    }

    /** Those too that are open to all: whoever shows a token means it to hold. */
    @ParameterizedTest
    @MethodSource("operations")
    void refusesItWhateverTheOperation(Operation operation) {
        for (Map<String, @Nullable Object> claims :
                Arrays.asList(claim("sub", null), claim("unit", List.of("SLK")))) {
            refused(call(operation, TestTokens.odd(claims)));
        }
        refused(call(operation, "no.token.at.all"));
    }

    private static Response call(Operation operation, String token) {
        RequestSpecification request = given().auth().oauth2(token);
        if (!operation.method().equals("HEAD")) {
            request.contentType(ContentType.JSON).body("{}");
        }
        return request.request(operation.method(), operation.path().replaceAll("\\{[^}]*}", "x"));
    }

    private static void refused(Response response) {
        response.then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""));
        if (!response.body().asString().isEmpty()) {
            response.then().body("type", equalTo("https://kongdee.org/problems/unauthenticated"));
        }
    }
}
