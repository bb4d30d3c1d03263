package org.kongdee.rubric.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;
import static org.kongdee.rubric.EvidenceFake.item;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.Contest;
import org.kongdee.rubric.EvidenceFake;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@WithTestResource(EvidenceFake.class)
class ReadinessResourceTest {

    private static final String ONE = "criteria.find { it.criterion == '1.1.2' }.";

    @AfterEach
    void recover() {
        EvidenceFake.mood("");
    }

    @Test
    void evidenceShowsWithinSecondsWithWhatWaitsAndWhatIsMissing() {
        Contest contest = Contest.open();
        as("viewer").get(contest.assessment() + "/readiness").then().body("criteria", hasSize(51));

        given(
                contest,
                item("1.1.2", "communication", "line", "2022-01-10", true),
                item("1.1.2", "communication", "website", "2022-01-12", false));

        eventually(
                () ->
                        as("officer", contest.unit())
                                .get(contest.assessment() + "/readiness")
                                .then()
                                .statusCode(200)
                                .body("factsAsOf", notNullValue())
                                .body(ONE + "supported.rung", equalTo(1))
                                .body(ONE + "points", equalTo(1))
                                .body(ONE + "pending.rung", equalTo(2))
                                .body(ONE + "claimed", nullValue())
                                .body(ONE + "reasons[0].met", equalTo(true))
                                .body(ONE + "reasons[0].because.th", notNullValue())
                                .body(ONE + "missing[0].rung", equalTo(2))
                                .body(ONE + "missing[0].needs.en", containsString("have 1")));
        as("officer", "ELSEWHERE").get(contest.assessment() + "/readiness").then().statusCode(404);
    }

    @Test
    void anEarlierDayIsTalliedWithoutAskingTheNeighbour() {
        Contest contest = Contest.open();
        given(
                contest,
                item("1.1.2", "communication", "line", "2021-11-10", true),
                item("1.1.2", "communication", "website", "2022-01-12", true));
        supports(contest, 2);
        EvidenceFake.mood("broken");

        as("viewer")
                .get(contest.assessment() + "/readiness?asOf=2021-12-20")
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2021-12-20"))
                .body(ONE + "supported.rung", equalTo(1));
        as("viewer")
                .get(contest.assessment() + "/readiness?asOf=2564-12-20")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("asOf"));
    }

    @Test
    void garbageFromTheNeighbourChangesNothingAndRecovers() {
        Contest contest = Contest.open();
        given(contest, item("1.1.2", "communication", "line", "2021-11-10", true));
        supports(contest, 1);
        EvidenceFake.mood("garbage");
        given(contest);
        as("viewer")
                .get(contest.assessment() + "/readiness")
                .then()
                .body(ONE + "supported.rung", equalTo(1));

        EvidenceFake.mood("");

        supports(contest, 0);
    }

    @Test
    void aUnitThatCannotBeReadHoldsNoOtherUp() {
        Contest broken = Contest.open();
        Contest other = Contest.open();
        EvidenceFake.items(broken.cycle(), broken.unit(), EvidenceFake.BROKEN);
        given(other, item("1.1.2", "communication", "line", "2021-11-10", true));

        // Its failures may stop all calls for ten seconds.
        eventually(30, () -> mustSupport(other, 1));

        given(broken, item("1.1.2", "communication", "line", "2021-11-10", true));
        eventually(30, () -> mustSupport(broken, 1));
    }

    @Test
    void aMilestoneIsMetByEvidenceAndGoesBackWithIt() {
        Contest contest = Contest.open();
        plan(contest);
        given(
                contest,
                item("1.1.2", "communication", "line", "2022-01-10", true),
                item("1.1.2", "communication", "website", "2022-01-10", true),
                item("1.1.2", "communication", "circular", "2022-01-10", true));
        milestone(contest, "MET", 0);

        given(contest, item("1.1.2", "communication", "line", "2022-01-10", true));

        milestone(contest, "PLANNED", 1);
    }

    @Test
    void whoTakesDoneBackFindsWhatTheEvidenceSays() {
        Contest contest = Contest.open();
        plan(contest);
        say(contest, "{\"status\":\"DONE\",\"reason\":\"on paper\"}");
        given(
                contest,
                item("1.1.2", "communication", "line", "2022-01-10", true),
                item("1.1.2", "communication", "website", "2022-01-10", true),
                item("1.1.2", "communication", "circular", "2022-01-10", true));
        milestone(contest, "DONE", 0);

        say(contest, "{\"status\":\"PLANNED\",\"reason\":\"wrong\"}");

        milestone(contest, "MET", 0);
    }

    @Test
    void nextStepsAreSortedByPointsThenByDueDate() {
        Contest contest = Contest.open();
        plan(contest);
        given(
                contest,
                item("1.1.2", "communication", "line", "2022-01-10", true),
                item("1.1.2", "communication", "website", "2022-01-12", false));
        supports(contest, 1);

        var steps = as("officer", contest.unit()).get(contest.assessment() + "/next-steps");

        steps.then()
                .statusCode(200)
                .body("factsAsOf", notNullValue())
                .body("items.find { it.criterion == '1.1.2' }.rung", equalTo(2))
                .body("items.find { it.criterion == '1.1.2' }.points", equalTo(0.5f))
                .body("items.find { it.criterion == '1.1.2' }.waiting", equalTo(true))
                .body("items.find { it.criterion == '1.1.2' }.due", equalTo("2022-01-15"))
                .body("items.find { it.criterion == '1.1.2' }.sections", contains("LEGAL"));
        List<Number> points = steps.path("items.points");
        assertThat(points.stream().map(Number::doubleValue).toList())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aClaimAboveTheEvidenceIsAllowedAndFlaggedEverywhere() {
        Contest contest = Contest.open();
        given(contest, item("1.1.2", "communication", "line", "2022-01-10", true));
        supports(contest, 1);

        contest.put("1.1.2", "{\"rung\":2}")
                .then()
                .statusCode(201)
                .body("claimedWithoutEvidence", equalTo(true));

        as("viewer")
                .get(contest.score("1.1.2"))
                .then()
                .body("claimedWithoutEvidence", equalTo(true));
        as("viewer")
                .get(contest.assessment() + "/scores")
                .then()
                .body("items[0].claimedWithoutEvidence", equalTo(true));
        as("viewer")
                .get(contest.assessment() + "/readiness")
                .then()
                .body(ONE + "claimedWithoutEvidence", equalTo(true));
        as("viewer")
                .get(contest.assessment() + "/result")
                .then()
                .body("claimedWithoutEvidence", contains("1.1.2"));

        given(
                contest,
                item("1.1.2", "communication", "line", "2022-01-10", true),
                item("1.1.2", "communication", "website", "2022-01-12", true));

        supports(contest, 2);
        as("viewer")
                .get(contest.assessment() + "/result")
                .then()
                .body("claimedWithoutEvidence", hasSize(0));
    }

    @Test
    void aCycleMayRefuseClaimsAboveTheEvidence() {
        Contest contest = Contest.prepared();
        as("organiser")
                .header("If-Match", "*")
                .body(
                        """
                        {"rubric":"%s","version":"2565","period":{"start":"2021-08-01","end":"2022-07-30"},
                         "claimsWithoutEvidence":"REFUSE"}
                        """
                                .formatted(contest.rubric()))
                .put("/v1/cycles/" + contest.cycle())
                .then()
                .statusCode(200);
        as("organiser").post("/v1/cycles/" + contest.cycle() + "/open").then().statusCode(200);

        contest.put("1.1.2", "{\"rung\":1}")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/claim-without-evidence"))
                .body("errors[0].pointer", equalTo("/claim"));
        contest.put("1.1.2", "{\"rung\":0}").then().statusCode(201);
        given(contest, item("1.1.2", "communication", "line", "2022-01-10", true));
        supports(contest, 1);

        as("automation")
                .body(
                        """
                        [{"unit":"%s","criterion":"1.1.2","claim":{"rung":1},"ifMatch":"*"},
                         {"unit":"%s","criterion":"1.1.1","claim":{"rung":1}}]
                        """
                                .formatted(contest.unit(), contest.unit()))
                .post("/v1/cycles/" + contest.cycle() + "/scores")
                .then()
                .body("outcomes.status", contains(200, 422));
    }

    private static void given(Contest contest, String... items) {
        EvidenceFake.items(contest.cycle(), contest.unit(), "[" + String.join(",", items) + "]");
    }

    /** What 1.1.2 owes is planned by the unit: its full points by 15 January. */
    private static void plan(Contest contest) {
        as("officer", contest.unit())
                .header("If-Match", "*")
                .body(
                        "{\"owners\":[\"LEGAL\"],\"milestones\":[{\"code\":\"1\",\"due\":\"--01-15\"}]}")
                .put(contest.assessment() + "/plan/criteria/1.1.2")
                .then()
                .statusCode(200);
    }

    private static void supports(Contest contest, int rung) {
        eventually(() -> mustSupport(contest, rung));
    }

    private static void mustSupport(Contest contest, int rung) {
        as("viewer")
                .get(contest.assessment() + "/readiness")
                .then()
                .body(ONE + "supported.rung", equalTo(rung));
    }

    private static void milestone(Contest contest, String status, int missing) {
        eventually(
                () ->
                        as("viewer")
                                .get(contest.assessment() + "/milestones/1.1.2/1")
                                .then()
                                .body("status", equalTo(status))
                                .body("missing", hasSize(missing)));
    }

    private static void say(Contest contest, String patch) {
        as("organiser")
                .header("If-Match", "*")
                .body(patch)
                .patch(contest.assessment() + "/milestones/1.1.2/1")
                .then()
                .statusCode(200);
    }
}
