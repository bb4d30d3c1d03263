package org.kongdee.rubric.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.rubric.Contest;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ScoreResourceTest {

    private static boolean opened;
    private static Contest contest = new Contest("", "", "");

    /** Once for all; only inside a test does RestAssured know the port. */
    @BeforeEach
    void openOnce() {
        if (!opened) {
            contest = ExemptingContest.open();
            opened = true;
        }
    }

    @Test
    void scoresARungAndMovesTheResult() {
        Contest own = Contest.open();

        own.put("1.1.2", "{\"rung\":2}")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"2\""))
                .body("criterion", equalTo("1.1.2"))
                .body("stage", equalTo("SELF"))
                .body("claim.rung", equalTo(2))
                .body("points", equalTo(1.5f))
                .body("max", equalTo(2))
                .body("by", equalTo("officer-" + own.unit()))
                .body("byName", equalTo("Test officer-" + own.unit()));

        as("viewer")
                .get(own.assessment() + "/result")
                .then()
                .body("points", equalTo(1.5f))
                .body("max", equalTo(120))
                .body("percent", equalTo(1.25f))
                .body("scored", equalTo(1))
                .body("criteria", equalTo(51))
                .body("complete", equalTo(false))
                .body("nodes[0].nodes[0].nodes[1].exact", equalTo("1.5"));
    }

    @Test
    void theSameClaimAgainChangesNothing() {
        String etag =
                contest.put("1.1.1", "{\"rung\":1}")
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("ETag");

        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(200).header("ETag", equalTo(etag));
    }

    @Test
    void anotherClaimNeedsTheETag() {
        String etag =
                contest.put("1.1.3", "{\"rung\":1}")
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("ETag");

        contest.put("1.1.3", "{\"rung\":2}").then().statusCode(428);
        as("officer", contest.unit())
                .header("If-Match", "\"999\"")
                .body("{\"claim\":{\"rung\":2}}")
                .put(contest.score("1.1.3"))
                .then()
                .statusCode(412);
        as("officer", contest.unit())
                .header("If-Match", etag)
                .body("{\"claim\":{\"rung\":2}}")
                .put(contest.score("1.1.3"))
                .then()
                .statusCode(200)
                .body("points", equalTo(1.5f));
    }

    @Test
    void ofTwoWritersWithTheSameETagOneWins() throws Exception {
        String etag =
                contest.put("1.2.1", "{\"rung\":0}")
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("ETag");
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            String claim =
                    "{\"claim\":{\"rung\":" + (1 + i % 3) + "},\"note\":\"writer " + i + "\"}";
            writers.add(
                    () ->
                            as("officer", contest.unit())
                                    .header("If-Match", etag)
                                    .body(claim)
                                    .put(contest.score("1.2.1"))
                                    .statusCode());
        }

        List<Integer> answers = run(writers);

        assertThat(answers).containsOnly(200, 412);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
        int changes =
                as("viewer").get(contest.assessment() + "/history?criterion=1.2.1").path("total");
        assertThat(changes).isEqualTo(2);
    }

    @Test
    void writersOfDifferentCriteriaAllSucceedAndTheTotalHasThemAll() throws Exception {
        Contest own = Contest.open();
        List<String> criteria =
                List.of(
                        "1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5", "1.2.1", "1.2.2", "1.2.3",
                        "1.2.4", "1.3.1", "1.3.2", "1.3.3");

        List<Integer> answers =
                run(
                        criteria.stream()
                                .<Callable<Integer>>map(
                                        code -> () -> own.put(code, "{\"rung\":3}").statusCode())
                                .toList());

        assertThat(answers).containsOnly(201);
        as("viewer")
                .get(own.assessment() + "/result")
                .then()
                .body("points", equalTo(24))
                .body("scored", equalTo(12));
        assertThat(chainOf(own)).hasSize(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1.1.2 | {"rung":9}                                               | 422 | /claim/rung
                    1.1.2 | {"rung":-1}                                              | 422 | /claim/rung
                    1.1.2 | {"rung":"2"}                                             | 400 | /claim/rung
                    1.1.2 | {"rung":1.5}                                             | 400 | /claim/rung
                    1.1.2 | {"rung":1e0}                                             | 400 | /claim/rung
                    1.1.2 | {"rung":1e-999999999}                                    | 400 | /claim/rung
                    1.1.2 | {"rung":null}                                            | 400 | /claim/rung
                    1.1.2 | {"rung":99999999999999999999}                            | 400 | /claim/rung
                    1.1.2 | {"met":true}                                             | 422 | /claim
                    1.1.2 | {"value":1e-999999999}                                   | 400 | /claim/value
                    1.1.2 | {"value":1.1234567}                                      | 400 | /claim/value
                    1.1.2 | {"rung":1,"met":true}                                    | 400 | /claim/met
                    1.1.2 | {"rungs":1}                                              | 400 | /claim
                    1.1.2 | {}                                                       | 400 | /claim
                    1.1.2 | []                                                       | 400 | /claim
                    1.1.2 | null                                                     | 400 | /claim
                    1.1.2 | {"notApplicable":"no such work"}                         | 422 | /claim/notApplicable
                    7.1.1 | {"notApplicable":"  "}                                   | 422 | /claim/notApplicable
                    4.2.4 | {"parts":{"a":1}}                                        | 422 | /claim/parts/b
                    4.2.4 | {"parts":{"a":1,"b":9}}                                  | 422 | /claim/parts/b
                    4.2.4 | {"parts":{"a":1,"b":0,"c":1}}                            | 422 | /claim/parts/c
                    4.2.4 | {"parts":{"a":"1","b":0}}                                | 400 | /claim/parts/a
                    7.4.1 | {"tiers":[{"tier":"GALAXY"}]}                            | 422 | /claim/tiers/0/tier
                    7.4.1 | {"tiers":[{"tier":"MINISTRY","variant":"x"}]}            | 422 | /claim/tiers/0/variant
                    7.5.1 | {"tiers":[{"tier":"GOVERNMENT"}]}                        | 422 | /claim/tiers/0/variant
                    7.5.1 | {"tiers":[{"tier":"GOVERNMENT","variant":"related"}]}    | 422 | /claim/tiers/0/variant
                    7.5.1 | {"tiers":[{"teir":"GOVERNMENT"}]}                        | 400 | /claim/tiers/0/tier
                    """)
    void aBadClaimIsRefusedWhereItIsWrongAndChangesNothing(
            String criterion, String claim, int status, String pointer) {
        contest.put(criterion, claim)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
        as("viewer").get(contest.score(criterion)).then().statusCode(404);
    }

    @Test
    void unknownPlacesAre404() {
        contest.put("9.9.9", "{\"rung\":1}")
                .then()
                .statusCode(404)
                .body("detail", containsString("9.9.9"));
        String stranger = freshUnit();
        as("automation")
                .body("{\"claim\":{\"rung\":1}}")
                .put(
                        "/v1/cycles/%s/assessments/%s/scores/1.1.1"
                                .formatted(contest.cycle(), stranger))
                .then()
                .statusCode(404);
        as("automation")
                .body("{\"claim\":{\"rung\":1}}")
                .put("/v1/cycles/nowhere/assessments/%s/scores/1.1.1".formatted(contest.unit()))
                .then()
                .statusCode(404);
        as("viewer")
                .get(contest.score("1.1.1") + "?stage=FINAL")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("stage"));
    }

    @Test
    void aClosedCycleTakesNoScores() {
        Contest closed = Contest.open();
        as("organiser").post("/v1/cycles/" + closed.cycle() + "/close").then().statusCode(200);

        closed.put("1.1.1", "{\"rung\":1}")
                .then()
                .statusCode(409)
                .body("type", containsString("cycle-state"));
    }

    @Test
    void aDraftCycleTakesNoScores() {
        Contest.prepared().put("1.1.1", "{\"rung\":1}").then().statusCode(409);
    }

    @Test
    void eachStageHasItsOwnScoreAndItsOwnScorers() {
        Contest own = Contest.open();
        own.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        String committee = own.score("1.1.1") + "?stage=COMMITTEE";

        as("officer", own.unit())
                .body("{\"claim\":{\"rung\":3}}")
                .put(committee)
                .then()
                .statusCode(403);
        as("assessor", own.unit())
                .body("{\"claim\":{\"rung\":3}}")
                .put(committee)
                .then()
                .statusCode(403);
        as("assessor", "EXTERNAL")
                .body("{\"claim\":{\"rung\":3}}")
                .put(own.score("1.1.1"))
                .then()
                .statusCode(403);
        as("assessor", "EXTERNAL")
                .body("{\"claim\":{\"rung\":3}}")
                .put(committee)
                .then()
                .statusCode(201)
                .body("points", equalTo(2));
        as("viewer")
                .get(own.assessment() + "/result?stage=COMMITTEE")
                .then()
                .body("points", equalTo(2));
        as("viewer").get(own.assessment() + "/result").then().body("points", equalTo(1));
    }

    @Test
    void anotherUnitsOfficerFindsNothing() {
        as("officer", freshUnit())
                .body("{\"claim\":{\"rung\":1}}")
                .put(contest.score("1.1.1"))
                .then()
                .statusCode(404);
        as("officer", freshUnit()).get(contest.assessment() + "/result").then().statusCode(404);
        as("officer", freshUnit()).get(contest.assessment() + "/history").then().statusCode(404);
        as("officer", contest.unit())
                .get("/v1/cycles/" + contest.cycle() + "/ranking")
                .then()
                .statusCode(403);
    }

    @Test
    void notApplicableCountsZeroUntilItIsConfirmed() {
        Contest own = ExemptingContest.open();
        own.put("7.1.1", "{\"notApplicable\":\"no unit-cost reporting in this unit\"}")
                .then()
                .statusCode(201)
                .body("notApplicable", equalTo("CLAIMED"))
                .body("points", equalTo(0));
        as("viewer").get(own.assessment() + "/result").then().body("max", equalTo(120));

        as("officer", own.unit()).post(own.score("7.1.1") + "/confirm").then().statusCode(403);
        as("organiser")
                .post(own.score("7.1.1") + "/confirm")
                .then()
                .statusCode(200)
                .body("notApplicable", equalTo("CONFIRMED"));

        as("viewer")
                .get(own.assessment() + "/result")
                .then()
                .body("max", equalTo(118))
                .body("scored", equalTo(1));
        as("organiser").post(own.score("7.1.1") + "/confirm").then().statusCode(409);
    }

    /** Nobody confirms the own claim, or one of the own unit, whatever roles the token has. */
    @Test
    void nobodyConfirmsForTheOwnUnit() {
        Contest own = ExemptingContest.open();
        own.put("7.1.1", "{\"notApplicable\":\"no unit-cost reporting in this unit\"}")
                .then()
                .statusCode(201);
        String confirm = own.score("7.1.1") + "/confirm";

        as("organiser", own.unit()).post(confirm).then().statusCode(403);
        as("assessor", own.unit()).post(confirm).then().statusCode(403);
        as("officer", "organiser", own.unit()).post(confirm).then().statusCode(403);
        as("officer", "assessor", own.unit()).post(confirm).then().statusCode(403);
        as("organiser", "assessor", own.unit()).post(confirm).then().statusCode(403);
        as("viewer").get(own.score("7.1.1")).then().body("notApplicable", equalTo("CLAIMED"));

        as("organiser", freshUnit()).post(confirm).then().statusCode(200);
    }

    @Test
    void whoClaimedDoesNotConfirm() {
        Contest own = ExemptingContest.open();
        as("automation", "organiser", null)
                .body("{\"claim\":{\"notApplicable\":\"no such work\"}}")
                .put(own.score("7.1.1"))
                .then()
                .statusCode(201);
        String confirm = own.score("7.1.1") + "/confirm";

        as("automation", "organiser", null).post(confirm).then().statusCode(403);
        as("organiser").post(confirm).then().statusCode(200);
    }

    /** The committee's scores are no less of others. */
    @Test
    void nobodyScoresTheOwnUnitForTheCommittee() {
        Contest own = Contest.open();
        String score = own.score("1.1.1") + "?stage=COMMITTEE";

        for (var caller :
                List.of(
                        as("assessor", own.unit()),
                        as("assessor", "officer", own.unit()),
                        as("assessor", "organiser", own.unit()),
                        as("organiser"))) {
            caller.body("{\"claim\":{\"rung\":1}}").put(score).then().statusCode(403);
        }
        as("viewer").get(score).then().statusCode(404);
    }

    @Test
    void aWithdrawnScoreLeavesItsHistory() {
        Contest own = Contest.open();
        String etag = own.put("1.1.1", "{\"rung\":1}").then().extract().header("ETag");

        as("officer", own.unit()).delete(own.score("1.1.1")).then().statusCode(428);
        as("officer", own.unit())
                .header("If-Match", etag)
                .delete(own.score("1.1.1"))
                .then()
                .statusCode(204);

        as("viewer").get(own.score("1.1.1")).then().statusCode(404);
        as("viewer")
                .get(own.assessment() + "/result")
                .then()
                .body("points", equalTo(0))
                .body("scored", equalTo(0));
        as("viewer")
                .get(own.assessment() + "/history")
                .then()
                .body("items.action", contains("DELETED", "SCORED"))
                .body("items[0].byName", equalTo("Test officer-" + own.unit()))
                .body("items[0].claimBefore.rung", equalTo(1))
                .body("items[0]", hasKey("claimAfter"))
                .body("items[0].claimAfter", nullValue());
    }

    @Test
    void theHistoryIsAChainThatAnybodyCanFollow() throws Exception {
        Contest own = Contest.open();
        own.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        own.put("4.2.4", "{\"parts\":{\"a\":3,\"b\":1}}").then().statusCode(201);
        as("officer", own.unit())
                .header("If-Match", "*")
                .body("{\"claim\":{\"rung\":2},\"note\":\"บันทึก 12/2565\"}")
                .put(own.score("1.1.1"))
                .then()
                .statusCode(200);

        List<HistoryLine> chain = chainOf(own);

        assertThat(chain).hasSize(3);
        String previous = "";
        for (HistoryLine entry : chain) {
            assertThat(entry.previousHash()).isEqualTo(previous);
            assertThat(entry.recomputed()).isEqualTo(entry.hash());
            previous = entry.hash();
        }
    }

    @Test
    void theListHasTheScoresInTheOrderOfTheRubric() {
        Contest own = Contest.open();
        own.put("2.1", "{\"rung\":1}").then().statusCode(201);
        own.put("1.1.1", "{\"rung\":1}").then().statusCode(201);

        as("viewer")
                .get(own.assessment() + "/scores")
                .then()
                .body("items.criterion", contains("1.1.1", "2.1"));
        as("viewer")
                .get(own.assessment())
                .then()
                .body("stages.SELF.scored", equalTo(2))
                .body("stages.SELF.claims.'2.1'.rung", equalTo(1))
                .body("state", equalTo("OPEN"));
    }

    @Test
    void enrollingAgainAnswersWithTheClaimsThatStand() {
        Contest own = Contest.open();
        own.put("2.1", "{\"rung\":1}").then().statusCode(201);

        own.enrol(own.unit())
                .then()
                .statusCode(200)
                .body("stages.SELF.claims.'2.1'.rung", equalTo(1));
    }

    @Test
    void milestonesAndScoresOfNobodyElseAreTouched() {
        Contest own = Contest.open();
        String other = freshUnit();
        Contest.unit(other);
        own.enrol(other).then().statusCode(201);

        own.put("1.1.1", "{\"rung\":1}").then().statusCode(201);

        as("viewer")
                .get("/v1/cycles/%s/assessments/%s/scores".formatted(own.cycle(), other))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void theHistoryOfACriterionIsTheSameInLines() {
        Contest own = Contest.open();
        own.put("2.1", "{\"rung\":1}").then().statusCode(201);
        own.put("1.1.1", "{\"rung\":1}").then().statusCode(201);

        String lines =
                as("viewer")
                        .accept("application/x-ndjson")
                        .get(own.assessment() + "/history?criterion=2.1")
                        .asString();

        assertThat(lines.lines()).singleElement().asString().contains("\"criterion\":\"2.1\"");
    }

    private static List<HistoryLine> chainOf(Contest contest) {
        String lines =
                as("viewer")
                        .accept("application/x-ndjson")
                        .get(contest.assessment() + "/history")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        return lines.lines().map(HistoryLine::parse).toList();
    }

    /** A line of the history as anybody can read it. */
    private record HistoryLine(String previousHash, String hash, String recomputed) {

        private static final ObjectMapper MAPPER = new ObjectMapper();

        static HistoryLine parse(String line) {
            try {
                Map<?, ?> entry = MAPPER.readValue(line, Map.class);
                var text = new StringBuilder();
                for (String member :
                        List.of(
                                "previousHash",
                                "seq",
                                "stage",
                                "criterion",
                                "action",
                                "claimBefore",
                                "claimAfter",
                                "markBefore",
                                "markAfter",
                                "note",
                                "at",
                                "by",
                                "requestId")) {
                    Object value = entry.get(member);
                    text.append(
                                    value == null
                                            ? ""
                                            : value instanceof Map
                                                    ? MAPPER.writeValueAsString(value)
                                                    : value)
                            .append('\n');
                }
                var sha256 = MessageDigest.getInstance("SHA-256");
                String hash =
                        HexFormat.of()
                                .formatHex(
                                        sha256.digest(
                                                text.toString().getBytes(StandardCharsets.UTF_8)));
                return new HistoryLine(
                        String.valueOf(entry.get("previousHash")),
                        String.valueOf(entry.get("hash")),
                        hash);
            } catch (Exception e) {
                throw new IllegalStateException(line, e);
            }
        }
    }

    private static List<Integer> run(List<Callable<Integer>> calls) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> call : pool.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        }
    }

    @Test
    void whatPeopleWriteAtLengthHasLinesThatEndInLineFeeds() {
        Contest own = ExemptingContest.open();

        as("officer", own.unit())
                .body("{\"claim\":{\"rung\":1},\"note\":\"One\\r\\n\\tTwo\\rThree\"}")
                .put(own.score("1.1.1"))
                .then()
                .statusCode(201);
        own.put("7.1.1", "{\"notApplicable\":\"One\\r\\nTwo\"}").then().statusCode(201);

        as("viewer").get(own.score("1.1.1")).then().body("note", equalTo("One\n\tTwo\nThree"));
        as("viewer")
                .get(own.score("7.1.1"))
                .then()
                .body("claim.notApplicable", equalTo("One\nTwo"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "claim":{"rung":1},"note":"a\\u202eb"                      | /note
                    "claim":{"notApplicable":"a\\u0000b"}                      | /claim/notApplicable
                    "claim":{"tiers":[{"tier":"a\\nb"}]}                       | /claim/tiers/0/tier
                    "claim":{"parts":{"a\\u0000":1}}                           | /claim/parts
                    """)
    void whatIsNoTextIsRefusedWhereItIs(String members, String pointer) {
        as("officer", contest.unit())
                .body("{" + members + "}")
                .put(contest.score("4.2.4"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("detail", containsString("U+"));
    }
}
