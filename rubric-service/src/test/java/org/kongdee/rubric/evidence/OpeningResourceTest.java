package org.kongdee.rubric.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;
import static org.kongdee.rubric.Api.freshKey;
import static org.kongdee.rubric.Api.freshUnit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** Each limit of the format at its largest; the fake holds to what evidence-service takes. */
    @ParameterizedTest
    @ValueSource(ints = {3, 1_950})
    void whateverImportTakesOpens(int criteria) {
        Contest contest = largest(criteria);

        as("organiser")
                .post("/v1/cycles/" + contest.cycle() + "/open")
                .then()
                .statusCode(200)
                .body("evidence", equalTo("REGISTERED"));

        JsonNode content = EvidenceFake.collection(contest.cycle()).path("content");
        assertThat(content.path("slots")).hasSize(criteria);
        assertThat(content.toString().getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(SLOTS_MOST);
    }

    private static final int SLOTS_MOST = 4 << 20;

    /** Few criteria have all that one may have; of very many each has little. */
    private static Contest largest(int criteria) {
        String rubric = freshKey("r");
        boolean few = criteria < 10;
        String title = "ก".repeat(few ? 1_000 : 1);
        String named =
                codes(few ? 50 : 1)
                        .map(code -> "{code: %s, title: {th: %s}}".formatted(code, title))
                        .collect(Collectors.joining(", "));
        String kinds = codes(few ? 50 : 0).collect(Collectors.joining(", "));
        String groups =
                IntStream.range(0, 2)
                        .mapToObj(
                                group ->
                                        "{code: g%d, title: {th: %s}, aggregate: sum, nodes: [%s]}"
                                                .formatted(
                                                        group,
                                                        title,
                                                        IntStream.range(0, criteria)
                                                                .filter(i -> i % 2 == group)
                                                                .mapToObj(
                                                                        i ->
                                                                                "{code: c%s, title: {th: %s}, scheme: binary, points: 1, kinds: [%s]}"
                                                                                        .formatted(
                                                                                                few
                                                                                                        ? "-"
                                                                                                                        .repeat(
                                                                                                                                30)
                                                                                                                + i
                                                                                                        : i,
                                                                                                title,
                                                                                                kinds))
                                                                .collect(Collectors.joining(", "))))
                        .collect(Collectors.joining(", "));
        Contest.importing(
                        "{rubric: %s, version: '1', title: {en: Largest}, aggregate: sum, kinds: [%s], channels: [%2$s], nodes: [%s]}"
                                .formatted(rubric, named, groups))
                .then()
                .statusCode(201);
        as("author").post("/v1/rubrics/" + rubric + "/versions/1/publish").then().statusCode(200);
        var contest = new Contest(rubric, freshKey("c"), freshUnit());
        as("organiser")
                .body(
                        "{\"rubric\":\"%s\",\"version\":\"1\",\"period\":{\"start\":\"2024-01-01\",\"end\":\"2024-12-31\"}}"
                                .formatted(rubric))
                .put("/v1/cycles/" + contest.cycle())
                .then()
                .statusCode(201);
        return contest;
    }

    /** As long as codes of kinds and channels may be. */
    private static Stream<String> codes(int count) {
        return IntStream.range(0, count).mapToObj("k%063d"::formatted);
    }

    /** Some 600 kB a unit, of which one call takes 4 MiB. */
    @Test
    void manyUnitsWithLongTitlesAreToldInPieces() {
        Contest contest = Contest.prepared();
        String title = "ก".repeat(1_000);
        String sections =
                IntStream.range(0, 100)
                        .mapToObj(
                                i ->
                                        "{\"code\":\"S%d\",\"title\":{\"en\":\"%s\",\"th\":\"%2$s\"}}"
                                                .formatted(i, title))
                        .collect(Collectors.joining(",", "[", "]"));
        for (int i = 0; i < 8; i++) {
            String unit = freshUnit();
            as("organiser")
                    .body(
                            "{\"title\":{\"en\":\"%s\",\"th\":\"%1$s\"},\"sections\":%s}"
                                    .formatted(title, sections))
                    .put("/v1/units/" + unit)
                    .then()
                    .statusCode(201);
            contest.enrol(unit).then().statusCode(201);
        }

        as("organiser").post("/v1/cycles/" + contest.cycle() + "/open").then().statusCode(200);

        assertThat(EvidenceFake.collection(contest.cycle()).path("units")).hasSize(9);
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

    /** A registration whose answer did not come in time may still be done beside the next try. */
    @Test
    void opensBesideATwinOfItsRegistration() {
        Contest contest = Contest.prepared();
        EvidenceFake.mood("raced");

        as("organiser")
                .post("/v1/cycles/" + contest.cycle() + "/open")
                .then()
                .statusCode(200)
                .body("evidence", equalTo("REGISTERED"));
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
