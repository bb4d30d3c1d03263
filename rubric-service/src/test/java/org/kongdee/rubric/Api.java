package org.kongdee.rubric;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
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

    /** A request by one person in two roles, of {@code unit} or of none. */
    public static RequestSpecification as(String one, String other, @Nullable String unit) {
        return bearer(
                TestTokens.token("both", Set.of(one, other), unit, List.of("rubric-service")));
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

    /** Repeats what may take a moment to become true, for ten seconds at most. */
    public static void eventually(Runnable check) {
        eventually(10, check);
    }

    /** The same within so many seconds. */
    public static void eventually(int seconds, Runnable check) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        RestAssuredConfig loud = RestAssured.config;
        // "Not yet" is no failure to log.
        RestAssured.config = loud.logConfig(LogConfig.logConfig());
        try {
            while (System.nanoTime() < end) {
                try {
                    check.run();
                    return;
                } catch (AssertionError notYet) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
            }
        } finally {
            RestAssured.config = loud;
        }
        check.run();
    }
}
