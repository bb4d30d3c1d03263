package org.kongdee.rubric.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshKey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.Contest;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RubricResourceTest {

    @Test
    void listsTheVersionsOfOneRubricInEveryForm() {
        String rubric = Contest.published("ita-2564", "ita");
        String other = Contest.published("ita-2564", "ita");

        as("viewer")
                .get("/v1/rubrics?rubric=" + rubric)
                .then()
                .body("items.rubric", contains(rubric));
        String lines =
                as("viewer")
                        .accept("application/x-ndjson")
                        .get("/v1/rubrics?rubric=" + rubric)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(lines).contains(rubric).doesNotContain(other);
    }

    @Test
    void importsTheContestWholeAndWarnsOfWhatIsOdd() {
        String rubric = freshKey("r");

        Contest.importing(contest(rubric))
                .then()
                .statusCode(201)
                .body("criteria", equalTo(51))
                .body("max", equalTo(120))
                .body("deadlines", equalTo(4))
                .body("status", equalTo("DRAFT"))
                .body("warnings", hasSize(greaterThan(0)))
                .body("warnings.message.en", hasItem(containsString("ask for the same")))
                .body("warnings.message.th", hasItem(containsString("มีเงื่อนไขเดียวกัน")));
    }

    @Test
    void aDryRunStoresNothing() {
        String rubric = freshKey("r");

        as("author")
                .contentType("application/yaml")
                .body(contest(rubric).getBytes(StandardCharsets.UTF_8))
                .post("/v1/rubrics?dryRun=true")
                .then()
                .statusCode(200)
                .body("criteria", equalTo(51));

        as("viewer").get("/v1/rubrics/%s/versions/2565".formatted(rubric)).then().statusCode(404);
    }

    @Test
    void yamlAndJsonSayTheSame() {
        String rubric = freshKey("r");
        Contest.importing(contest(rubric)).then().statusCode(201);
        String path = "/v1/rubrics/%s/versions/2565".formatted(rubric);

        var json = as("viewer").accept("application/json").get(path);
        var yaml = as("viewer").accept("application/yaml").get(path);

        assertThat(yaml.contentType()).startsWith("application/yaml");
        as("viewer")
                .accept("application/yaml;q=0.1, application/json")
                .get(path)
                .then()
                .contentType("application/json");
        assertThat(yaml.header("ETag")).isEqualTo(json.header("ETag"));
        as("author")
                .contentType("application/json")
                .body(json.asByteArray())
                .post("/v1/rubrics")
                .then()
                .statusCode(200);
        as("author")
                .contentType("application/yaml")
                .body(yaml.asByteArray())
                .post("/v1/rubrics")
                .then()
                .statusCode(200);
        as("viewer").header("If-None-Match", json.header("ETag")).get(path).then().statusCode(304);
    }

    @Test
    void aDraftIsReplacedAndAPublishedVersionNever() {
        String rubric = freshKey("r");
        String path = "/v1/rubrics/%s/versions/2565".formatted(rubric);
        String first = contest(rubric);
        String second = first.replaceFirst("title: \\{en: [^,]+,", "title: {en: Renamed,");
        Contest.importing(first).then().statusCode(201);

        Contest.importing(second).then().statusCode(409);
        put(path, second, null).then().statusCode(428);
        put(path, second, "\"old\"").then().statusCode(412);
        put(path, second, "*").then().statusCode(200);
        put("/v1/rubrics/%s/versions/2566".formatted(rubric), second, null)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/version"));
        as("author")
                .post(path + "/publish")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
        as("author").post(path + "/publish").then().statusCode(409);
        put(path, first, "*").then().statusCode(409);
        put(path, second, null).then().statusCode(200);
        as("author").header("If-Match", "*").delete(path).then().statusCode(409);
        as("viewer")
                .get("/v1/rubrics/" + rubric)
                .then()
                .statusCode(200)
                .body("title.en", equalTo("Renamed"));
    }

    @Test
    void aDraftCanBeDeleted() {
        String rubric = freshKey("r");
        String path = "/v1/rubrics/%s/versions/2565".formatted(rubric);
        Contest.importing(contest(rubric)).then().statusCode(201);

        as("author").delete(path).then().statusCode(428);
        as("author").header("If-Match", "*").delete(path).then().statusCode(204);
        as("viewer").get(path).then().statusCode(404);
    }

    @Test
    void everyFaultIsReportedAtOnceWithItsPlace() {
        String broken =
                contest(freshKey("r"))
                        .replaceFirst("count\\(\"guideline\"\\)", "count(\"guidelin\")")
                        .replaceFirst("due: --01-15", "due: --13-45")
                        .replaceFirst("code: \"1\\.1\\.2\"", "code: \"1.1.1\"");

        Contest.importing(broken)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors", hasSize(greaterThan(2)))
                .body("errors[0].line", greaterThan(0))
                .body("errors[0].column", greaterThan(0))
                .body("errors.detail", hasItem(containsString("guidelin")));
    }

    /** Published, it would keep every cycle of it from being read for ever. */
    @Test
    void aRungIsNamedWhoseTitleIsNoText() {
        String yaml =
                contest(freshKey("r"))
                        .replaceFirst("Guideline in place", "Guideline\\\\0 in place");
        String json =
                Examples.RUBRIC
                        .replace("tidy-office", freshKey("r"))
                        .replace("Held once", "Held\\u0000once");

        Contest.importing(yaml)
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/nodes/0/nodes/0/nodes/0/rungs/0/title/en"))
                .body("errors[0].line", equalTo(120))
                .body(
                        "errors[0].detail",
                        equalTo(
                                "the text has U+0000, a control character, at character 10; leave it out"));
        as("author")
                .body(json.getBytes(StandardCharsets.UTF_8))
                .post("/v1/rubrics")
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/nodes/0/rungs/0/title/en"))
                .body("errors[0].detail", containsString("U+0000"));
    }

    @Test
    void hostileDocumentsAreRefusedQuickly() {
        String bomb =
                "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n";
        Contest.importing(bomb).then().statusCode(422);
        Contest.importing("[".repeat(100_000)).then().statusCode(422);
        Contest.importing("rubric: 1e-999999999\n").then().statusCode(422);
        Contest.importing("").then().statusCode(422);
        Contest.importing("\0\0").then().statusCode(422);
        Contest.importing("x".repeat(2_000_000)).then().statusCode(413);
    }

    @Test
    void aTree100DeepIsRefused() {
        var document =
                new StringBuilder(
                        "{\"rubric\":\"deep\",\"version\":\"1\",\"title\":{\"en\":\"Deep\",\"th\":\"ลึก\"},\"aggregate\":\"sum\",\"nodes\":[");
        for (int i = 0; i < 100; i++) {
            document.append("{\"code\":\"")
                    .append(i)
                    .append(
                            "\",\"title\":{\"en\":\"N\",\"th\":\"น\"},\"aggregate\":\"sum\",\"nodes\":[");
        }
        document.append("]}".repeat(100)).append("]}");

        Contest.importing(document.toString()).then().statusCode(422);
    }

    @Test
    void onlyAuthorsImport() {
        as("organiser")
                .contentType("application/yaml")
                .body(contest(freshKey("r")).getBytes(StandardCharsets.UTF_8))
                .post("/v1/rubrics")
                .then()
                .statusCode(403);
    }

    @Test
    void aRepeatedKeyAnswersAsBefore() {
        String key = UUID.randomUUID().toString();
        String rubric = freshKey("r");
        for (int i = 0; i < 2; i++) {
            as("author")
                    .contentType("application/yaml")
                    .header("Idempotency-Key", key)
                    .body(contest(rubric).getBytes(StandardCharsets.UTF_8))
                    .post("/v1/rubrics")
                    .then()
                    .statusCode(201)
                    .header("Location", containsString(rubric));
        }
    }

    @Test
    void theSchemaIsOpenToEverybody() {
        RestAssured.given()
                .get("/v1/rubric-schema")
                .then()
                .statusCode(200)
                .body("'$schema'", containsString("2020-12"));
    }

    private static io.restassured.response.Response put(
            String path, String document, @Nullable String ifMatch) {
        var request =
                as("author")
                        .contentType("application/yaml")
                        .body(document.getBytes(StandardCharsets.UTF_8));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path);
    }

    private static String contest(String rubric) {
        return Contest.builtIn("division-contest-2565")
                .replaceFirst("(?m)^rubric: .*$", "rubric: " + rubric);
    }
}
