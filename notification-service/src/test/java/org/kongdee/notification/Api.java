package org.kongdee.notification;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.UUID;
import org.kongdee.test.TestTokens;

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

    /** A unit that no other test uses. */
    public static String freshUnit() {
        return "U" + fresh().toUpperCase(Locale.ROOT);
    }

    /** A recipient, policy or calendar that no other test uses. */
    public static String freshKey(String prefix) {
        return prefix + "-" + fresh();
    }

    private static String fresh() {
        return UUID.randomUUID().toString().substring(0, 13).replace("-", "");
    }

    /** Puts a recipient; the address is {@code <key>@slk.example}. */
    public static String recipient(String unit, String role, String language, String section) {
        String key = freshKey(role.toLowerCase(Locale.ROOT));
        String sections = section.isEmpty() ? "" : "\"" + section + "\"";
        as("organiser")
                .body(
                        """
                        {"email": "%s@slk.example", "name": "สมหญิง ใจดี", "language": "%s",
                         "posts": [{"unit": "%s", "sections": [%s], "role": "%s"}]}"""
                                .formatted(key, language, unit, sections, role))
                .put("/v1/recipients/" + key)
                .then()
                .statusCode(201);
        return key;
    }

    /** Enters a task of LEGAL, due once. */
    public static String task(String unit, String due) {
        String key = freshKey("task");
        as("organiser")
                .body(
                        """
                        {"title": {"en": "Report", "th": "รายงาน"}, "unit": "%s", "sections": ["LEGAL"], "due": "%s"}"""
                                .formatted(unit, due))
                .put("/v1/tasks/" + key)
                .then()
                .statusCode(201);
        return key;
    }
}
