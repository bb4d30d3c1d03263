package org.kongdee.notification.milestone;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.notification.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.RubricFake;
import org.kongdee.notification.deadline.DeadlineRepository;
import org.kongdee.notification.deadline.DeadlineService;
import org.kongdee.notification.deadline.Who;

/** Against answers recorded from rubric-service's contract; each test has a cycle of its own. */
@QuarkusTest
@LocalStack
@Tag("slow")
class SyncResourceTest {

    @Inject MirrorAge age;
    @Inject DeadlineService milestones;
    @Inject DeadlineRepository deadlines;

    private final RubricCycle cycle = new RubricCycle();
    private final String unit = cycle.unit();

    private void answerMilestone(String due, String status, String cursor) {
        cycle.milestones(cursor, cycle.joint(due, status));
    }

    private void answerCycle(String state) {
        cycle.is(state);
    }

    private static void sync() {
        RubricCycle.sync();
    }

    private String milestone() {
        return "/v1/deadlines/" + cycle.key() + ":" + unit + ":1.1.1:1";
    }

    private List<String> callsOfThisCycle() {
        return cycle.calls();
    }

    @Test
    void mirrorsAllMilestonesOfTheRecordedContest() {
        RubricFake.record("/v1/cycles", RubricFake.recorded("cycles.json"));
        sync();

        as("viewer")
                .queryParam("unit", "SLK")
                .queryParam("from", "2021-08-01")
                .queryParam("to", "2022-07-30")
                .get("/v1/deadlines")
                .then()
                .body("total", equalTo(101));
    }

    @Test
    void asksOnlyWhetherTheListOfCyclesHasChanged() {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "PLANNED", "c-1");
        sync();

        sync();

        assertThat(RubricFake.calls()).anyMatch(call -> call.startsWith("304 /v1/cycles?"));
        as("viewer").get(milestone()).then().statusCode(200).body("status", equalTo("PLANNED"));
    }

    @Test
    void goesOnFromTheCursorWithOneCall() {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "PLANNED", "c-1");
        sync();
        int first = callsOfThisCycle().size();

        answerMilestone("2022-01-15", "PLANNED", "c-2");
        sync();

        assertThat(callsOfThisCycle().subList(first, callsOfThisCycle().size()))
                .singleElement()
                .asString()
                .contains("changedSince=c-1");
    }

    @Test
    void asksNothingOfACycleThatTheFeedDoesNotName() {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "PLANNED", "c-1");
        sync();
        int first = callsOfThisCycle().size();

        as("organiser")
                .post("/v1/sync")
                .then()
                .statusCode(200)
                .body("cycles.cycle", hasItem(cycle.key()))
                .body("cycles.find { it.cycle == '" + cycle.key() + "' }.failure", nullValue());

        assertThat(callsOfThisCycle()).hasSize(first);
    }

    @Test
    void remindsAfreshOfAMilestoneThatMoves() {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "PLANNED", "c-1");
        sync();
        as("viewer").get(milestone()).then().body("revision", equalTo(1));

        answerMilestone("2022-01-28", "PLANNED", "c-2");
        sync();

        as("viewer")
                .get(milestone())
                .then()
                .body("due", equalTo("2022-01-28"))
                .body("revision", equalTo(2));
    }

    @Test
    void saysNothingOfWhatIsMetThere() {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "MET", "c-1");
        sync();

        as("organiser")
                .body("{\"date\": \"2022-01-07\", \"dryRun\": true}")
                .post("/v1/runs")
                .then()
                .body(
                        "skipped.find { it.deadline.startsWith('" + cycle.key() + "') }.reason",
                        equalTo("MET"));
    }

    @Test
    void tellsRubricServiceWhatIsDoneHere() {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "PLANNED", "c-1");
        sync();

        done("handed in on paper");

        as("officer", unit).get(milestone()).then().body("status", equalTo("DONE"));

        await().atMost(ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(callsOfThisCycle())
                                        .anyMatch(
                                                call ->
                                                        call.startsWith("PATCH ")
                                                                && call.contains(
                                                                        "/"
                                                                                + unit
                                                                                + "/milestones/1.1.1/1 ")
                                                                && call.contains("\"DONE\"")
                                                                && call.contains(
                                                                        "handed in on paper")));
    }

    @Test
    void tellsAgainWhatSomethingElseAnsweredInThePlaceOfRubricService() {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "PLANNED", "c-1");
        sync();
        String patched =
                "/v1/cycles/%s/assessments/%s/milestones/1.1.1/1".formatted(cycle.key(), unit);
        RubricFake.record(patched, RubricFake.SOMETHING_ELSE);

        done("done");

        await().atMost(ofSeconds(60))
                .until(
                        () ->
                                callsOfThisCycle().stream()
                                                .filter(call -> call.startsWith("PATCH "))
                                                .count()
                                        > 3);
    }

    /** What rubric-service does not take holds here no more. */
    @Test
    void undoesWhatRubricServiceRefuses() {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "PLANNED", "c-1");
        sync();
        RubricFake.record(
                "/v1/cycles/%s/assessments/%s/milestones/1.1.1/1".formatted(cycle.key(), unit),
                RubricFake.CONFLICT);
        done("done");

        await().atMost(ofSeconds(30))
                .untilAsserted(
                        () ->
                                as("officer", unit)
                                        .get(milestone())
                                        .then()
                                        .body("status", equalTo("PLANNED")));
    }

    private void done(String answer) {
        String id = cycle.key() + ":" + unit + ":1.1.1:1";
        milestones.done(
                deadlines.onDay(id, LocalDate.of(2022, 1, 15)).orElseThrow(),
                answer,
                new Who("somebody", "Somebody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "patch", "delete", "put"})
    void refusesToChangeAMilestoneHere(String method) {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "PLANNED", "c-1");
        sync();

        as("organiser")
                .header("If-Match", "*")
                .body("{\"due\": \"2022-02-01\"}")
                .request(method, milestone())
                .then()
                .statusCode(405);
    }

    @Test
    void keepsTheMirrorWhileRubricServiceIsDown() {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "PLANNED", "c-1");
        sync();

        cycle.isDownFor("milestones");
        as("organiser").post("/v1/sync").then().statusCode(503);

        as("viewer").get(milestone()).then().statusCode(200).body("status", equalTo("PLANNED"));
        as("viewer").get("/v1/sync").then().body("cycles.cycle", hasItem(cycle.key()));
    }

    @Test
    void tellsHowOldTheMirrorIsWhileRubricServiceIsDown() {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "PLANNED", "c-1");
        sync();
        assertThat(age.stale(Set.of(cycle.key()))).isEmpty();

        cycle.isDownFor("milestones");
        as("organiser").post("/v1/sync").then().statusCode(503);

        assertThat(age.stale(Set.of(cycle.key(), "another"))).containsOnlyKeys(cycle.key());
        assertThat(age.stale(Set.of(cycle.key())).get(cycle.key()))
                .isCloseTo(
                        LocalDateTime.now(ZoneId.of("Asia/Bangkok")),
                        within(1, ChronoUnit.MINUTES));
    }

    @Test
    void aClosedCycleAsksForNothingAnyMore() {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "PLANNED", "c-1");
        sync();

        answerCycle("CLOSED");
        sync();

        as("viewer").get(milestone()).then().body("status", equalTo("CANCELLED"));
    }

    @Test
    void anOfficerOfAnotherUnitDoesNotSeeIt() {
        answerCycle("OPEN");
        answerMilestone("2022-01-15", "PLANNED", "c-1");
        sync();

        as("officer", "OTHER").get(milestone()).then().statusCode(404);
        as("officer", unit)
                .queryParam("from", "2022-01-01")
                .get("/v1/deadlines")
                .then()
                .body("items.criterion", contains("1.1.1"));
    }

    /** It was checked where it came in, and to refuse it here would end the mirror. */
    @Test
    void mirrorsWhatIsMissingInSeveralLines() {
        answerCycle("OPEN");
        cycle.milestones(
                "c-1",
                cycle.joint("2022-01-15", "PLANNED")
                        .replace("Guideline in place", "Guideline\\n\\tin place"));
        sync();

        as("viewer")
                .get(milestone())
                .then()
                .statusCode(200)
                .body("missing[0].en", equalTo("Guideline\n\tin place"));
    }
}
