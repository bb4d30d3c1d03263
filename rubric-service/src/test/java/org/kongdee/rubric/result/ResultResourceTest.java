package org.kongdee.rubric.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.Contest;
import org.kongdee.test.StackResource;
import org.kongdee.test.StatementCount;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ResultResourceTest {

    @Test
    void ranksInCompetitionStyle() {
        Contest contest = Contest.open();
        String second = enrolled(contest);
        String third = enrolled(contest);
        String last = enrolled(contest);
        score(contest, contest.unit(), 3);
        score(contest, second, 2);
        score(contest, third, 2);
        score(contest, last, 1);

        as("viewer")
                .get("/v1/cycles/" + contest.cycle() + "/ranking")
                .then()
                .statusCode(200)
                .body("items.rank", contains(1, 2, 2, 4))
                .body("items[0].unit", equalTo(contest.unit()))
                .body("items[0].points", equalTo(2))
                .body("items[0]", hasKey("ratingTitle"))
                .body("items[0].nodes.'1'.points", equalTo(2))
                .body("items[3].unit", equalTo(last))
                .body("total", equalTo(4));
        as("viewer")
                .get("/v1/cycles/" + contest.cycle() + "/ranking?size=1&page=2")
                .then()
                .body("items.rank", contains(2))
                .body("total", equalTo(4));
        as("viewer")
                .get("/v1/cycles/" + contest.cycle() + "/ranking?page=9")
                .then()
                .statusCode(200)
                .body("items", hasSize(0))
                .body("total", equalTo(4));
        String lines =
                as("viewer")
                        .accept("application/x-ndjson")
                        .get("/v1/cycles/" + contest.cycle() + "/ranking")
                        .asString();
        assertThat(lines.lines()).hasSize(4);
        assertThat(lines.lines().skip(2).findFirst().orElseThrow()).startsWith("{\"rank\":2,");
    }

    @Test
    void aResultAndARankingCostOneStatementWhateverTheirSize() {
        Contest contest = Contest.open();
        score(contest, contest.unit(), 3);
        enrolled(contest);
        String result = contest.assessment() + "/result";
        String ranking = "/v1/cycles/" + contest.cycle() + "/ranking";
        as("viewer").get(result).then().statusCode(200);

        assertThat(StatementCount.of(() -> as("viewer").get(result).then().statusCode(200)))
                .isEqualTo(1);
        assertThat(
                        StatementCount.of(
                                () ->
                                        as("viewer")
                                                .get(ranking)
                                                .then()
                                                .statusCode(200)
                                                .body("total", equalTo(2))))
                .isEqualTo(1);
        for (int i = 0; i < 30; i++) {
            enrolled(contest);
        }
        as("officer", contest.unit())
                .header("If-Match", "*")
                .body("{\"claim\":{\"rung\":1}}")
                .put(contest.score("1.1.1"));
        contest.put("2.1", "{\"rung\":3}").then().statusCode(201);
        assertThat(StatementCount.of(() -> as("viewer").get(result).then().statusCode(200)))
                .isEqualTo(1);
        assertThat(
                        StatementCount.of(
                                () ->
                                        as("viewer")
                                                .get(ranking)
                                                .then()
                                                .statusCode(200)
                                                .body("total", equalTo(32))))
                .isEqualTo(1);
    }

    /** Whatever the caller has used already is counted on the way. */
    @Test
    void anIdempotencyKeyCostsFourStatementsMore() {
        Contest contest = Contest.open();
        String line =
                "[{\"unit\":\"%s\",\"criterion\":\"1.1.2\",\"claim\":{\"rung\":1}}]"
                        .formatted(contest.unit());
        Runnable post =
                () ->
                        as("automation")
                                .header("Idempotency-Key", contest.cycle())
                                .body(line)
                                .post("/v1/cycles/" + contest.cycle() + "/scores")
                                .then()
                                .statusCode(200)
                                .body("accepted", equalTo(1));

        assertThat(StatementCount.of(post)).isEqualTo(5 + 4);
        // The kept answer is read, and nothing is changed or recorded.
        assertThat(StatementCount.of(post)).isEqualTo(4);
    }

    @Test
    void aScoreCostsTwoStatementsAndABulkFive() {
        Contest contest = Contest.open();

        assertThat(
                        StatementCount.of(
                                () -> contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201)))
                .isEqualTo(2);
        String lines =
                "[{\"unit\":\"%1$s\",\"criterion\":\"1.1.2\",\"claim\":{\"rung\":1}},{\"unit\":\"%1$s\",\"criterion\":\"1.1.3\",\"claim\":{\"rung\":1}}]"
                        .formatted(contest.unit());
        assertThat(
                        StatementCount.of(
                                () ->
                                        as("automation")
                                                .body(lines)
                                                .post("/v1/cycles/" + contest.cycle() + "/scores")
                                                .then()
                                                .statusCode(200)
                                                .body("accepted", equalTo(2))))
                .isEqualTo(5);
    }

    @Test
    void anUnchangedResultIsNotSentAgain() {
        Contest contest = Contest.open();
        score(contest, contest.unit(), 1);
        String etag = as("viewer").get(contest.assessment() + "/result").header("ETag");

        as("viewer")
                .header("If-None-Match", etag)
                .get(contest.assessment() + "/result")
                .then()
                .statusCode(304);
        as("officer", contest.unit())
                .header("If-Match", "*")
                .body("{\"claim\":{\"rung\":2}}")
                .put(contest.score("1.1.1"))
                .then()
                .statusCode(200);
        as("viewer")
                .header("If-None-Match", etag)
                .get(contest.assessment() + "/result")
                .then()
                .statusCode(200)
                .body("points", equalTo(1.5f));
    }

    @Test
    void asOfShowsTheScoresAsTheyWereRecorded() {
        Contest contest = Contest.open();
        score(contest, contest.unit(), 2);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));

        as("viewer")
                .get(contest.assessment() + "/result?asOf=" + today)
                .then()
                .statusCode(200)
                .body("points", equalTo(1.5f))
                .body("asOf", equalTo(today.toString()));
        as("viewer")
                .get(contest.assessment() + "/result?asOf=" + today.minusDays(1))
                .then()
                .statusCode(200)
                .body("points", equalTo(0))
                .body("scored", equalTo(0));
        as("viewer")
                .get(contest.assessment() + "/result?asOf=2565-01-15")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("asOf"));
    }

    @Test
    void compositesShowTheirParts() {
        Contest contest = Contest.open();
        contest.put("4.2.4", "{\"parts\":{\"a\":3,\"b\":1}}")
                .then()
                .statusCode(201)
                .body("points", equalTo(1.5f));

        as("viewer")
                .get(contest.assessment() + "/result")
                .then()
                .body("nodes[3].nodes[1].nodes[3].parts.code", contains("a", "b"))
                .body("nodes[3].nodes[1].nodes[3].parts.points", contains(1, 0.5f));
    }

    private static String enrolled(Contest contest) {
        String unit = freshUnit();
        Contest.unit(unit);
        contest.enrol(unit).then().statusCode(201);
        return unit;
    }

    private static void score(Contest contest, String unit, int rung) {
        as("automation")
                .body("{\"claim\":{\"rung\":" + rung + "}}")
                .put("/v1/cycles/%s/assessments/%s/scores/1.1.1".formatted(contest.cycle(), unit))
                .then()
                .statusCode(201);
    }
}
