package org.kongdee.rubric.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;
import static org.kongdee.rubric.Api.freshUnit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.Contest;
import org.kongdee.rubric.EvidenceFake;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@WithTestResource(EvidenceFake.class)
class OpeningResourceTest {

    @AfterEach
    void recover() {
        EvidenceFake.mood("");
    }

    @Test
    void openingRegistersTheCollectionAndItsUnits() {
        Contest contest = Contest.prepared();
        as("viewer").get("/v1/cycles/" + contest.cycle()).then().body("evidence", nullValue());

        as("organiser")
                .post("/v1/cycles/" + contest.cycle() + "/open")
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("evidence", equalTo("REGISTERED"));

        JsonNode told = EvidenceFake.collection(contest.cycle());
        JsonNode content = told.path("content");
        assertThat(content.path("period").path("start").asText()).isEqualTo("2021-08-01");
        assertThat(content.path("status").asText()).isEqualTo("OPEN");
        assertThat(content.path("review").asText()).isEqualTo("PEER");
        assertThat(content.path("slots")).hasSize(51);
        JsonNode slot = content.path("slots").get(1);
        assertThat(slot.path("code").asText()).isEqualTo("1.1.2");
        assertThat(slot.path("kinds").get(0).path("code").asText()).isEqualTo("communication");
        assertThat(slot.path("kinds").get(0).path("title").path("th").asText()).isNotBlank();
        assertThat(content.path("timeZone").asText()).isEqualTo("Asia/Bangkok");
        assertThat(slot.path("channels")).isNotEmpty();
        assertThat(told.path("units")).hasSize(1);
        assertThat(told.path("units").get(0).path("unit").asText()).isEqualTo(contest.unit());
        assertThat(told.path("units").get(0).path("sections")).hasSize(9);
        as("viewer").get(contest.assessment()).then().body("evidence", equalTo("REGISTERED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "garbage"})
    void withoutEvidenceServiceTheCycleStaysADraft(String mood) {
        Contest contest = Contest.prepared();
        EvidenceFake.mood(mood);

        as("organiser")
                .post("/v1/cycles/" + contest.cycle() + "/open")
                .then()
                .statusCode(503)
                .body("type", equalTo("https://kongdee.org/problems/unavailable"));

        as("viewer").get("/v1/cycles/" + contest.cycle()).then().body("status", equalTo("DRAFT"));
    }

    @Test
    void theSameKeyOpensOnceAlsoWhenRepeated() {
        Contest contest = Contest.prepared();
        for (int i = 0; i < 2; i++) {
            as("organiser")
                    .header("Idempotency-Key", "open-" + contest.cycle())
                    .post("/v1/cycles/" + contest.cycle() + "/open")
                    .then()
                    .statusCode(200);
        }
        as("organiser").post("/v1/cycles/" + contest.cycle() + "/open").then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "garbage"})
    void aUnitThatJoinsLaterIsPendingUntilEvidenceServiceHasHeardOfIt(String mood) {
        Contest contest = Contest.open();
        String unit = freshUnit();
        Contest.unit(unit);
        EvidenceFake.mood(mood);

        contest.enrol(unit).then().statusCode(201).body("evidence", equalTo("PENDING"));

        EvidenceFake.mood("");
        eventually(
                () ->
                        as("viewer")
                                .get(
                                        "/v1/cycles/%s/assessments/%s"
                                                .formatted(contest.cycle(), unit))
                                .then()
                                .body("evidence", equalTo("REGISTERED")));
        assertThat(EvidenceFake.collection(contest.cycle()).path("units")).hasSize(2);
    }

    @Test
    void closingClosesTheCollection() {
        Contest contest = Contest.open();

        as("organiser")
                .post("/v1/cycles/" + contest.cycle() + "/close")
                .then()
                .statusCode(200)
                .body("evidence", equalTo("PENDING"));

        eventually(
                () ->
                        assertThat(
                                        EvidenceFake.collection(contest.cycle())
                                                .path("content")
                                                .path("status")
                                                .asText())
                                .isEqualTo("CLOSED"));
        eventually(
                () ->
                        as("viewer")
                                .get("/v1/cycles/" + contest.cycle())
                                .then()
                                .body("evidence", equalTo("REGISTERED")));
    }
}
