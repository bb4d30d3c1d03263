package org.kongdee.rubric;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

/** Every refusal is a problem, whichever layer refuses. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ProblemResourceTest {

    private static final String UNIT = "{\"title\":{\"en\":\"One\",\"th\":\"หนึ่ง\"}}";

    @Test
    void withoutATokenItIs401() {
        problem(given().get("/v1/units"), 401, "unauthenticated")
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void anExpiredTokenIs401() {
        problem(
                given().auth().oauth2(TestTokens.expired("viewer", null)).get("/v1/units"),
                401,
                "unauthenticated");
    }

    @Test
    void aTokenThatWasAlteredIs401EvenAfterTheGoodOneWasSeen() {
        String good = TestTokens.token("viewer");
        given().auth().oauth2(good).get("/v1/units").then().statusCode(200);
        given().auth().oauth2(good).get("/v1/units").then().statusCode(200);
        int dot = good.lastIndexOf('.');
        String altered =
                good.substring(0, dot + 1) + new StringBuilder(good.substring(dot + 1)).reverse();

        problem(given().auth().oauth2(altered).get("/v1/units"), 401, "unauthenticated");
        problem(given().auth().oauth2(good + "x").get("/v1/units"), 401, "unauthenticated");
        given().auth()
                .oauth2(good)
                .body("{}")
                .contentType("application/json")
                .post("/v1/units")
                .then()
                .statusCode(403);
    }

    @Test
    void aTokenForAnotherServiceIs401() {
        String foreign = TestTokens.token("x", Set.of("viewer"), null, List.of("evidence-service"));

        problem(given().auth().oauth2(foreign).get("/v1/units"), 401, "unauthenticated");
    }

    @Test
    void theWrongRoleIs403() {
        problem(as("viewer").body(UNIT).put("/v1/units/" + freshUnit()), 403, "forbidden");
    }

    @Test
    void anUnknownPathIs404() {
        problem(as("viewer").get("/v1/nothing"), 404, "not-found");
    }

    @Test
    void anUnknownKeyIs404() {
        problem(as("viewer").get("/v1/units/" + freshUnit()), 404, "not-found");
    }

    @Test
    void aWrongMethodIs405() {
        problem(as("viewer").delete("/v1/units"), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
    }

    @Test
    void anUnacceptableTypeIs406() {
        problem(as("viewer").accept("image/png").get("/v1/units"), 406, "not-acceptable");
    }

    @Test
    void aBodyOverTheLimitIs413() {
        problem(
                as("organiser").body(" ".repeat(11_000_000)).put("/v1/units/" + freshUnit()),
                413,
                "too-large");
    }

    @Test
    void anotherTypeOfBodyIs415() {
        problem(
                given().auth()
                        .oauth2(TestTokens.token("organiser"))
                        .contentType("text/plain")
                        .body("x")
                        .put("/v1/units/" + freshUnit()),
                415,
                "unsupported-media-type");
    }

    @Test
    void anUnknownQueryParameterIsRefusedByName() {
        problem(as("viewer").get("/v1/units?pagee=1"), 400, "bad-request")
                .body("errors[0].parameter", equalTo("pagee"));
    }

    @ParameterizedTest
    @CsvSource({"page,-1", "page,x", "size,0", "size,201"})
    void aPageOutOfRangeIsRefusedByName(String parameter, String value) {
        problem(as("viewer").queryParam(parameter, value).get("/v1/units"), 400, "bad-request")
                .body("errors[0].parameter", equalTo(parameter));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                                 | ''
                    {                                                                  | ''
                    []                                                                 | ''
                    {"title":{"en":"One","th":"หนึ่ง"},"x":1}                            | /x
                    {"title":{"en":"One","th":"หนึ่ง","fr":"un"}}                        | /title/fr
                    {"title":{"en":"One","en":"Two","th":"หนึ่ง"}}                       | /title
                    {"title":{"en":"One"}}                                             | /title/th
                    {"title":{"en":1,"th":"หนึ่ง"}}                                      | /title/en
                    {"title":"One"}                                                    | /title
                    {}                                                                 | /title
                    {"title":{"en":"One","th":"หนึ่ง"},"sections":{}}                    | /sections
                    {"title":{"en":"One","th":"หนึ่ง"},"sections":[null]}                | /sections/0
                    {"title":{"en":"One","th":"หนึ่ง"},"sections":[{"code":"a"}]}        | /sections/0/title
                    {"title":{"en":"One","th":"หนึ่ง"}} {}                               | ''
                    """)
    void anUnreadableBodyIs400AndNamesThePlace(String body, String pointer) {
        problem(as("organiser").body(body).put("/v1/units/" + freshUnit()), 400, null)
                .body("errors.pointer.flatten()", Matchers.hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "\\u0000,U+0000",
        "\\ud83d,U+D83D",
        "\\u202e,U+202E",
        "\\u2028,U+2028",
        "\\u0085,U+0085",
        "\\n,U+000A",
        "\\r,U+000D",
        "\\t,U+0009"
    })
    void aTitleIsALineOfText(String escaped, String named) {
        problem(
                        as("organiser")
                                .body(
                                        "{\"title\":{\"en\":\"a%sb\",\"th\":\"x\"}}"
                                                .formatted(escaped))
                                .put("/v1/units/" + freshUnit()),
                        400,
                        "malformed-body")
                .body("errors[0].pointer", equalTo("/title/en"))
                .body("errors[0].detail", containsString(named + ", "))
                .body("errors[0].detail", containsString("at character 2; "));
    }

    @Test
    void aTitleHasWhatThaiAndEmojiNeed() {
        String title = "น้ำ\u200bใจ \uD83D\uDC69\u200D\uD83D\uDC67 a\uFEFFb";

        as("organiser")
                .body("{\"title\":{\"en\":\"%1$s\",\"th\":\"%1$s\"}}".formatted(title))
                .put("/v1/units/" + freshUnit())
                .then()
                .statusCode(201)
                .body("title.th", equalTo(title));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/rubrics?rubric=a%00,rubric,U+0000",
        "/v1/rubrics?rubric=a%0Ab,rubric,U+000A",
        "/v1/rubrics?rubric=a&rubric=%E2%80%AE,rubric,U+202E",
        "/v1/units/%00,unit,U+0000",
        "/v1/units/S%E2%80%AEK,unit,U+202E",
        "/v1/cycles/c/assessments/S%C2%85K,unit,U+0085"
    })
    void aParameterIsALineOfText(String path, String parameter, String named) {
        problem(as("viewer").urlEncodingEnabled(false).get(path), 400, "bad-request")
                .body("errors[0].parameter", equalTo(parameter))
                .body("errors[0].detail", containsString(named));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/rubrics?rubric=%FF,The query is not UTF-8 text.",
        "/v1/rubrics?rubric=%ED%A0%BD,The query is not UTF-8 text.",
        "/v1/units/%FF,The path is not UTF-8 text.",
        "/v1/units/SLK;x=%00,'The path has U+0000, a control character, at character 17; leave it out.'"
    })
    void anAddressIsText(String path, String detail) {
        problem(as("viewer").urlEncodingEnabled(false).get(path), 400, "bad-request")
                .body("detail", equalTo(detail));
    }

    @ParameterizedTest
    @ValueSource(ints = {8_001, 15_000})
    void anAddressThatIsTooLongIsAProblem(int length) {
        String path = "/v1/units?q=";

        problem(
                        as("viewer").get(path + "a".repeat(length - path.length())),
                        414,
                        "address-too-long")
                .header("X-Request-Id", notNullValue())
                .body(
                        "detail",
                        equalTo(
                                "The address is longer than 8,000 bytes; ask for less in its query."));
    }

    /** Each of them alone, or all together. */
    @Test
    void headersThatAreTooLargeAreAProblem() {
        problem(
                as("viewer").header("X-Large", "a".repeat(30_000)).get("/v1/units"),
                431,
                "headers-too-large");
        RequestSpecification many = as("viewer");
        for (int i = 0; i < 30; i++) {
            many.header("X-Large-" + i, "a".repeat(900));
        }
        problem(many.get("/v1/units"), 431, "headers-too-large");
        as("viewer").header("X-Large", "a".repeat(10_000)).get("/v1/units").then().statusCode(200);
    }

    @Test
    void anAddressOfTheLongestIsTaken() {
        String path = "/v1/nothing?";

        problem(as("viewer").get(path + "a".repeat(8_000 - path.length())), 404, "not-found");
    }

    /** What is sent instead of what is expected is called by its name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"Legal\"} | /title | The value has the wrong type; expected an object.",
                "{\"title\":{\"en\":\"a\",\"th\":\"b\"},\"sections\":\"none\"} | /sections | The value has the wrong type; expected a list.",
                "{\"title\":{\"en\":1,\"th\":\"b\"}} | /title/en | The value has the wrong type; expected a text.",
                "{\"title\":{ | /title | The body is not valid JSON: line 1, column 11."
            })
    void aWrongTypeIsNamed(String body, String pointer, String detail) {
        problem(as("organiser").body(body).put("/v1/units/" + freshUnit()), 400, "malformed-body")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", equalTo(detail));
    }

    @Test
    void whoSendsIfMatchWhereNothingIsMayLeaveItOut() {
        String unit = freshUnit();

        problem(
                        as("organiser").header("If-Match", "*").body(UNIT).put("/v1/units/" + unit),
                        412,
                        "stale-version")
                .body(
                        "detail",
                        equalTo(
                                "Nothing is there that If-Match could name; leave it out to create it."));
        as("organiser").body(UNIT).put("/v1/units/" + unit).then().statusCode(201);
        problem(
                        as("organiser")
                                .body(UNIT.replaceFirst("\"en\":\"[^\"]*", "\"en\":\"Other"))
                                .put("/v1/units/" + unit),
                        428,
                        "version-required")
                .body("detail", containsString("* to write over it"));
    }

    @Test
    void aTokenOfSomebodyWhoCannotBeNamedIs401() {
        String token = TestTokens.token("so\u202Emebody", "organiser", null);

        problem(
                given().auth()
                        .oauth2(token)
                        .contentType("application/json")
                        .body(UNIT)
                        .put("/v1/units/" + freshUnit()),
                401,
                "unauthenticated");
    }

    @Test
    void aCharacterThatIsNoneIsRefused() {
        problem(
                        as("organiser")
                                .body("{\"title\":{\"en\":\"a\\u0000b\",\"th\":\"x\"}}")
                                .put("/v1/units/" + freshUnit()),
                        400,
                        "malformed-body")
                .body("errors[0].pointer", equalTo("/title/en"));
        problem(
                as("viewer").urlEncodingEnabled(false).get("/v1/rubrics?rubric=%00"),
                400,
                "bad-request");
        problem(as("viewer").urlEncodingEnabled(false).get("/v1/units/%00"), 400, "bad-request");
    }

    @Test
    void aBadIfMatchIs400() {
        problem(
                        as("organiser")
                                .header("If-Match", "3")
                                .body(UNIT)
                                .put("/v1/units/" + freshUnit()),
                        400,
                        "bad-request")
                .body("errors[0].parameter", equalTo("If-Match"));
    }

    @Test
    void titlesSpeakThai() {
        as("viewer")
                .header("Accept-Language", "th-TH,en;q=0.5")
                .get("/v1/nothing")
                .then()
                .body("title", equalTo("ไม่พบข้อมูล"))
                .header("Content-Language", "th");
    }

    @Test
    void aHarmlessRequestIdIsKeptAndAHarmfulOneReplaced() {
        as("viewer")
                .header("X-Request-Id", "abc-1")
                .get("/v1/nothing")
                .then()
                .header("X-Request-Id", "abc-1")
                .body("requestId", equalTo("abc-1"));
        as("viewer")
                .header("X-Request-Id", "a b<script>")
                .get("/v1/nothing")
                .then()
                .header("X-Request-Id", not(containsString("script")));
    }

    private static ValidatableResponse problem(
            io.restassured.response.Response response, int status, String slug) {
        ValidatableResponse problem =
                response.then()
                        .statusCode(status)
                        .contentType("application/problem+json")
                        .body("status", equalTo(status))
                        .body("detail", notNullValue())
                        .body("title", notNullValue())
                        .body("requestId", matchesPattern("[A-Za-z0-9-]+"));
        return slug == null
                ? problem
                : problem.body("type", equalTo("https://kongdee.org/problems/" + slug));
    }
}
