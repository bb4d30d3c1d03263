package org.kongdee.rubric.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UnitResourceTest {

    private static final String SLK =
            """
            {"title":{"en":"Office of the Secretary","th":"สำนักงานเลขานุการกรม"},
             "sections":[{"code":"LEGAL","title":{"en":"Legal","th":"ส่วนนิติการ"}},
                         {"code":"PLAN","title":{"en":"Planning","th":"ส่วนแผนงาน"}}]}
            """;
    private static final String OTHER = "{\"title\":{\"en\":\"Renamed\",\"th\":\"เปลี่ยนชื่อ\"}}";

    @Test
    void createsAUnitThatReadsBackAsWritten() {
        String unit = freshUnit();

        as("organiser")
                .body(SLK)
                .put("/v1/units/" + unit)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");

        as("viewer")
                .get("/v1/units/" + unit)
                .then()
                .statusCode(200)
                .body("title.th", equalTo("สำนักงานเลขานุการกรม"))
                .body("sections.code", contains("LEGAL", "PLAN"));
    }

    @Test
    void theSameContentAgainChangesNothing() {
        String unit = freshUnit();
        as("organiser").body(SLK).put("/v1/units/" + unit).then().statusCode(201);

        as("organiser")
                .body(SLK)
                .put("/v1/units/" + unit)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void otherContentNeedsIfMatch() {
        String unit = freshUnit();
        as("organiser").body(SLK).put("/v1/units/" + unit).then().statusCode(201);

        as("organiser")
                .body(OTHER)
                .put("/v1/units/" + unit)
                .then()
                .statusCode(428)
                .body("type", equalTo("https://kongdee.org/problems/version-required"));
        as("organiser")
                .header("If-Match", "\"7\"")
                .body(OTHER)
                .put("/v1/units/" + unit)
                .then()
                .statusCode(412);
        as("organiser")
                .header("If-Match", "\"1\"")
                .body(OTHER)
                .put("/v1/units/" + unit)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("sections", hasSize(0));
    }

    @Test
    void anUnchangedUnitIsNotSentAgain() {
        String unit = freshUnit();
        as("organiser").body(SLK).put("/v1/units/" + unit).then().statusCode(201);

        as("viewer")
                .header("If-None-Match", "\"1\"")
                .get("/v1/units/" + unit)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"1\"", "\"0\", W/\"1\"", "*"})
    void whatAProxyMadeWeakIsTheSameUnit(String seen) {
        String unit = freshUnit();
        as("organiser").body(SLK).put("/v1/units/" + unit).then().statusCode(201);

        as("viewer")
                .header("If-None-Match", seen)
                .get("/v1/units/" + unit)
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"");
        as("viewer")
                .header("If-None-Match", "W/\"2\"")
                .get("/v1/units/" + unit)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void listsAreGzippedForWhoAsks(String type) {
        as("organiser").body(SLK).put("/v1/units/" + freshUnit()).then().statusCode(201);

        Headers gzipped = headers(type, "gzip");
        Headers plain = headers(type, "identity");

        assertThat(gzipped.getValue("Content-Encoding")).isEqualTo("gzip");
        assertThat(gzipped.getValues("Vary")).contains("Accept-Encoding");
        assertThat(plain.getValue("Content-Encoding")).isNull();
        assertThat(plain.getValues("Vary")).contains("Accept-Encoding");
    }

    /**
     * Of an answer as it comes: the client would unpack it, and hide that it did. What is packed is
     * held against no contract.
     */
    private static Headers headers(String type, String encoding) {
        return as("viewer")
                .noFilters()
                .config(
                        RestAssured.config()
                                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .accept(type)
                .header("Accept-Encoding", encoding)
                .get("/v1/units")
                .headers();
    }

    @Test
    void eachLineAnswersForItself() {
        String good = freshUnit();
        String taken = freshUnit();
        as("organiser").body(SLK).put("/v1/units/" + taken).then().statusCode(201);
        String lines =
                """
                [{"unit":"%1$s","title":{"en":"One","th":"หนึ่ง"}},
                 {"unit":"lower","title":{"en":"Two","th":"สอง"}},
                 {"unit":"%1$s","title":{"en":"Again","th":"อีก"}},
                 {"unit":"%2$s","title":{"en":"Other","th":"อื่น"}},
                 {"unit":"X","titel":{}},
                 {"unit":"%2$s9","title":{"en":"No Thai"}}]
                """
                        .formatted(good, taken);

        as("automation")
                .body(lines)
                .post("/v1/units")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(5))
                .body("outcomes.status", contains(201, 400, 422, 428, 400, 400))
                .body("outcomes[1].problem.errors[0].pointer", equalTo("/unit"))
                .body("outcomes[4].problem.errors[0].pointer", equalTo("/title"))
                .body("outcomes[5].problem.errors[0].pointer", equalTo("/title/th"));
    }

    @Test
    void overwriteWritesWhetherAUnitIsThereOrNot() {
        String taken = freshUnit();
        String free = freshUnit();
        as("organiser").body(SLK).put("/v1/units/" + taken).then().statusCode(201);
        String lines =
                "[{\"unit\":\"%s\",%s},{\"unit\":\"%s\",%2$s},{\"unit\":\"%1$s9\",\"ifMatch\":\"*\",%2$s}]"
                        .formatted(taken, OTHER.substring(1, OTHER.length() - 1), free);

        as("automation")
                .body(lines)
                .post("/v1/units?overwrite=true")
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(200, 201, 412));
        as("viewer").get("/v1/units/" + taken).then().body("title.en", equalTo("Renamed"));
    }

    @Test
    void linesOfNdjsonAreThoseOfTheFile() {
        String lines =
                "\uFEFF{\"unit\":\"%s\",\"title\":{\"en\":\"One\",\"th\":\"หนึ่ง\"}}\n\n{\"unit\":\"lower\"}"
                        .formatted(freshUnit());

        as("automation")
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/units")
                .then()
                .statusCode(200)
                .body("outcomes.line", contains(1, 3))
                .body("outcomes.status", contains(201, 400));
    }

    @Test
    void aTitleHasAsManyCharactersAsOneOfARubric() {
        String unit = freshUnit();
        String longest = "ก".repeat(998) + "👍👍";
        String title = "{\"title\":{\"en\":\"%s\",\"th\":\"ก\"}}";

        as("organiser")
                .body(title.formatted(longest + "ก"))
                .put("/v1/units/" + unit)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/title"))
                .body("errors[0].detail", equalTo("has at most 1000 characters in each language"));
        as("organiser")
                .body(title.formatted(longest))
                .put("/v1/units/" + unit)
                .then()
                .statusCode(201)
                .body("title.en", equalTo(longest));
    }

    @Test
    void aRepeatedKeyChangesOnce() {
        String unit = freshUnit();
        String key = UUID.randomUUID().toString();
        String lines =
                "[{\"unit\":\"%s\",\"title\":{\"en\":\"One\",\"th\":\"หนึ่ง\"}}]".formatted(unit);

        as("automation")
                .header("Idempotency-Key", key)
                .body(lines)
                .post("/v1/units")
                .then()
                .statusCode(200)
                .body("outcomes[0].status", equalTo(201));
        as("automation")
                .header("Idempotency-Key", key)
                .body(lines)
                .post("/v1/units")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("outcomes[0].status", equalTo(201));
        as("automation")
                .header("Idempotency-Key", key)
                .body("[]")
                .post("/v1/units")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/idempotency-key-reused"));
    }

    @Test
    void anOfficerSeesTheOwnUnitOnly() {
        String own = freshUnit();
        String other = freshUnit();
        as("organiser").body(SLK).put("/v1/units/" + own).then().statusCode(201);
        as("organiser").body(SLK).put("/v1/units/" + other).then().statusCode(201);

        as("officer", own).get("/v1/units/" + own).then().statusCode(200);
        as("officer", own).get("/v1/units/" + other).then().statusCode(404);
        as("officer", own)
                .get("/v1/units")
                .then()
                .statusCode(200)
                .body("items.unit", contains(own));
        as("officer", own).body(OTHER).put("/v1/units/" + own).then().statusCode(403);
    }

    @Test
    void aDoubledSectionIsNamed() {
        as("organiser")
                .body(SLK.replace("PLAN", "LEGAL"))
                .put("/v1/units/" + freshUnit())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/sections/1/code"));
    }
}
