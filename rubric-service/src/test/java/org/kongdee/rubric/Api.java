package org.kongdee.rubric;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.UUID;
import org.kongdee.stack.test.TestTokens;

/** How tests call the service, and fresh keys so that no test sees another's data. */
public final class Api {

    private Api() {}

    /** A request by somebody in {@code role} who belongs to no unit. */
    public static RequestSpecification as(String role) {
        return bearer(TestTokens.token(role));
    }

    /** A request by somebody in {@code role} of {@code unit}. */
    public static RequestSpecification as(String role, String unit) {
        return bearer(TestTokens.token(role, unit));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A unit key that no other test uses. */
    public static String freshUnit() {
        return "U" + fresh().toUpperCase(Locale.ROOT);
    }

    /** A rubric or cycle key that no other test uses. */
    public static String freshKey(String prefix) {
        return prefix + "-" + fresh();
    }

    private static String fresh() {
        return UUID.randomUUID().toString().substring(0, 13).replace("-", "");
    }
}
