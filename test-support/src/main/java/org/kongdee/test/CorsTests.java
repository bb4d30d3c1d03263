package org.kongdee.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages of the origin that is named may call the API; others are told nothing, and refused nothing.
 * The same in every service, each of which runs these.
 */
public abstract class CorsTests {

    protected static final String OTHER = "http://localhost:5174";

    private final String list;

    /**
     * @param list a path of the service where an organiser lists something
     */
    protected CorsTests(String list) {
        this.list = list;
    }

    private static RequestSpecification organiser() {
        return given().auth().oauth2(TestTokens.token("organiser")).contentType(ContentType.JSON);
    }

    /** A request from a page of this origin. */
    protected static RequestSpecification from(String origin) {
        return given().header("Origin", origin);
    }

    private static RequestSpecification preflight(String origin) {
        return from(origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,if-match");
    }

    /** An answer that the page may read. */
    protected static void shared(ValidatableResponse answer) {
        answer.header("Access-Control-Allow-Origin", StackResource.ORIGIN)
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Expose-Headers", containsString("ETag, Location, Link"))
                .header("Access-Control-Expose-Headers", containsString("WWW-Authenticate"));
        hasVary(answer);
    }

    /** An answer without a word for pages. */
    protected static void kept(ValidatableResponse answer) {
        answer.header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Expose-Headers", nullValue());
    }

    private static void hasVary(ValidatableResponse answer) {
        assertThat(answer.extract().headers().getValues("Vary"))
                .anySatisfy(value -> assertThat(value).isEqualToIgnoringCase("Origin"));
    }

    @Test
    void answersAPreflightBeforeItAsksWhoCalls() {
        preflightIsAnswered(list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing/at/all", "/v1", "/q/openapi"})
    void answersAPreflightWhateverThePath(String path) {
        preflightIsAnswered(path);
    }

    private static void preflightIsAnswered(String path) {
        hasVary(
                preflight(StackResource.ORIGIN)
                        .options(path)
                        .then()
                        .statusCode(204)
                        .header("Access-Control-Allow-Origin", StackResource.ORIGIN)
                        .header("Access-Control-Allow-Methods", containsString("PATCH"))
                        .header(
                                "Access-Control-Allow-Headers",
                                containsString("Authorization, Content-Type"))
                        .header("Access-Control-Allow-Headers", containsString("Last-Event-ID"))
                        .header("Access-Control-Max-Age", "3600")
                        .header("Access-Control-Allow-Credentials", nullValue()));
    }

    @Test
    void sharesAnswersAndTheContract() {
        shared(organiser().header("Origin", StackResource.ORIGIN).get(list).then().statusCode(200));
        shared(from(StackResource.ORIGIN).get("/q/openapi").then().statusCode(200));
    }

    @Test
    void sharesProblemsToo() {
        shared(from(StackResource.ORIGIN).get(list).then().statusCode(401));
        shared(
                organiser()
                        .header("Origin", StackResource.ORIGIN)
                        .get("/v1/nothing")
                        .then()
                        .statusCode(404));
        shared(
                organiser()
                        .header("Origin", StackResource.ORIGIN)
                        .accept("image/png")
                        .get(list)
                        .then()
                        .statusCode(406));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OTHER,
                "null",
                "https://localhost:5173",
                "http://localhost:51730",
                "http://LOCALHOST:5173",
                "*"
            })
    void answersOtherOriginsAsIfTheyWereNone(String origin) {
        kept(organiser().header("Origin", origin).get(list).then().statusCode(200));
        kept(from(origin).get(list).then().statusCode(401));
        kept(from(origin).get("/q/openapi").then().statusCode(200));
        kept(preflight(origin).options(list).then().statusCode(not(403)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi-ui/", "/v1x", "/links/x", "/"})
    void sharesNothingElse(String path) {
        kept(from(StackResource.ORIGIN).get(path).then());
        kept(preflight(StackResource.ORIGIN).options(path).then());
    }
}
