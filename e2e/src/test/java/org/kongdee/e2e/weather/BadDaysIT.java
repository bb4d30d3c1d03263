package org.kongdee.e2e.weather;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.e2e.suite.Service.EVIDENCE;
import static org.kongdee.e2e.suite.Service.NOTIFICATION;
import static org.kongdee.e2e.suite.Service.RUBRIC;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kongdee.e2e.suite.Contest;
import org.kongdee.e2e.suite.Service;
import org.kongdee.e2e.suite.Suite;
import org.kongdee.e2e.suite.Weather;

/**
 * Every kind of trouble between neighbours, in the middle of everything that one has to tell the
 * other. What must hold is the same each time: what was answered stays true, callers are told
 * clearly what cannot be done now, and when the trouble is over all is as if it had never been,
 * without anybody's help: nothing lost, nothing twice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadDaysIT {

    private static final String UNAVAILABLE = "https://kongdee.org/problems/unavailable";
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final Pattern DONE = Pattern.compile("(?m)^\\* (\\S+) (?s).*?Done: (\\S+)$");

    @TempDir static Path folder;

    private final Deque<Deadline> deadlines = new ArrayDeque<>();
    private Suite suite;
    private Contest contest;

    /** What a mail reminds of, with its Done link. */
    private record Deadline(String criterion, String done) {}

    @BeforeAll
    void start() throws Exception {
        suite = new Suite(folder);
        suite.start(Service.values());
        contest = new Contest(suite);
        contest.publish();
        remindsOfEnoughForAllWeathers();
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (suite != null) {
            suite.close();
        }
    }

    @AfterEach
    void calm() {
        suite.toEvidence().weather(Weather.CALM);
        suite.toRubric().weather(Weather.CALM);
    }

    /** The cycles of one day of trouble, each before one thing that evidence-service must hear. */
    private final class Story {

        final String name;
        final String draft;
        final String open;
        final String closing;
        final String unit;
        final String newcomer;

        Story(String name) {
            this.name = name.toLowerCase(Locale.ROOT);
            draft = this.name + "-draft";
            open = this.name + "-open";
            closing = this.name + "-closing";
            unit = name + "-A";
            newcomer = name + "-B";
            contest.unit(unit);
            contest.unit(newcomer);
            for (String cycle : new String[] {draft, open, closing}) {
                contest.draft(cycle);
                contest.enrol(cycle, unit);
            }
            opens(open);
            opens(closing);
        }

        /** Closing and enrolling are done at once, and say that the neighbour has not heard. */
        void closesAndEnrolsAllTheSame() {
            suite.as("organiser", RUBRIC)
                    .post("/v1/cycles/" + closing + "/close")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("CLOSED"))
                    .body("evidence", equalTo("PENDING"));
            suite.as("organiser", RUBRIC)
                    .put("/v1/cycles/" + open + "/assessments/" + newcomer)
                    .then()
                    .statusCode(201)
                    .body("evidence", equalTo("PENDING"));
        }

        /** Opening needs the neighbour; without it the cycle stays as it was. */
        void doesNotOpen() {
            suite.as("organiser", RUBRIC)
                    .post("/v1/cycles/" + draft + "/open")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("type", equalTo(UNAVAILABLE));
            cycle(draft).body("status", equalTo("DRAFT"));
        }

        void filesEvidence() {
            contest.accept(
                    contest.file(
                            open,
                            """
                            {"unit":"%s","slot":"1.1.2","kind":"communication","channel":"line","section":"LEGAL",
                             "title":"ประกาศ","date":"2022-01-10"}"""
                                    .formatted(unit),
                            "officer-a",
                            unit,
                            "ประกาศ\n".getBytes(StandardCharsets.UTF_8)),
                    "officer-b",
                    unit);
        }

        ValidatableResponse readiness() {
            return suite.as("viewer", RUBRIC)
                    .get("/v1/cycles/%s/assessments/%s/readiness".formatted(open, unit))
                    .then()
                    .statusCode(200);
        }

        void isAsIfNothingHadBeen() {
            opens(draft);
            collection(draft).body("status", equalTo("OPEN"));
            units(draft).body("items.unit", contains(unit));

            eventually(() -> cycle(closing).body("evidence", equalTo("REGISTERED")));
            collection(closing).body("status", equalTo("CLOSED"));

            eventually(
                    () ->
                            suite.as("viewer", RUBRIC)
                                    .get("/v1/cycles/%s/assessments/%s".formatted(open, newcomer))
                                    .then()
                                    .body("evidence", equalTo("REGISTERED")));
            units(open).body("items.unit", contains(unit, newcomer));

            eventually(() -> readiness().body(told() + ".supported.rung", equalTo(1)));
        }
    }

    /** Soon: for a moment after some trouble calls are not even tried. */
    private void opens(String cycle) {
        eventually(
                () ->
                        suite.as("organiser", RUBRIC)
                                .post("/v1/cycles/" + cycle + "/open")
                                .then()
                                .statusCode(200));
    }

    private static String told() {
        return "criteria.find { it.criterion == '1.1.2' }";
    }

    private ValidatableResponse cycle(String cycle) {
        return suite.as("viewer", RUBRIC).get("/v1/cycles/" + cycle).then().statusCode(200);
    }

    private ValidatableResponse collection(String collection) {
        return suite.as("viewer", EVIDENCE)
                .get("/v1/collections/" + collection)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse units(String collection) {
        return suite.as("viewer", EVIDENCE)
                .get("/v1/collections/" + collection + "/units")
                .then()
                .statusCode(200);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(RECOVERY).pollInterval(Duration.ofMillis(250)).untilAsserted(assertion);
    }

    @ParameterizedTest
    @EnumSource(names = "CALM", mode = EnumSource.Mode.EXCLUDE)
    void troubleOnTheWayToEvidenceServiceLosesAndDoublesNothing(Weather weather) {
        Story story = new Story(weather.name());
        eventually(() -> story.readiness().body(told() + ".points", equalTo(0)));

        suite.toEvidence().weather(weather);
        story.filesEvidence();
        story.doesNotOpen();
        story.closesAndEnrolsAllTheSame();
        story.readiness().body(told() + ".points", equalTo(0));
        int felt = suite.toEvidence().calls();
        suite.toEvidence().weather(Weather.CALM);

        assertThat(felt).as("calls in this weather").isPositive();
        story.isAsIfNothingHadBeen();
    }

    @Test
    void aKilledEvidenceServiceLosesNothing() throws Exception {
        Story story = new Story("KILLED");
        story.filesEvidence();
        suite.kill(EVIDENCE);

        story.doesNotOpen();
        story.closesAndEnrolsAllTheSame();
        story.readiness();

        suite.start(EVIDENCE);
        story.isAsIfNothingHadBeen();
    }

    @Test
    void aKilledRubricServiceStillTellsWhatItHadAnswered() throws Exception {
        Story story = new Story("CRASH");
        story.filesEvidence();
        suite.toEvidence().weather(Weather.CUT);
        story.closesAndEnrolsAllTheSame();
        suite.kill(RUBRIC);

        suite.toEvidence().weather(Weather.CALM);
        suite.start(RUBRIC);

        story.isAsIfNothingHadBeen();
    }

    @ParameterizedTest
    @EnumSource(names = "CALM", mode = EnumSource.Mode.EXCLUDE)
    void troubleOnTheWayToRubricServiceKeepsRemindersAndWhatPeopleSaid(Weather weather) {
        Deadline deadline = deadlines.remove();

        suite.toRubric().weather(weather);
        suite.as("organiser", NOTIFICATION)
                .post("/v1/sync")
                .then()
                .statusCode(503)
                .body("type", equalTo(UNAVAILABLE));
        int asked = suite.toRubric().calls();
        given().contentType("application/x-www-form-urlencoded")
                .post(deadline.done)
                .then()
                .statusCode(200);
        suite.as("organiser", NOTIFICATION)
                .body("{\"date\":\"2022-01-12\",\"dryRun\":true}")
                .post("/v1/runs")
                .then()
                .statusCode(200)
                .body("digests.recipient", hasItem("mirror-head"))
                .body(
                        "digests.find { it.recipient == 'mirror-head' }.lines.findAll { it.criterion == '%s' }"
                                .formatted(deadline.criterion),
                        hasSize(0));
        eventually(() -> assertThat(suite.toRubric().calls()).isGreaterThan(asked));
        suite.toRubric().weather(Weather.CALM);

        eventually(() -> milestone(deadline.criterion).body("status", equalTo("DONE")));
        eventually(
                () ->
                        suite.as("organiser", NOTIFICATION)
                                .post("/v1/sync")
                                .then()
                                .statusCode(200)
                                .body("untold", equalTo(0)));
        assertThat(
                        suite.as("organiser", RUBRIC)
                                .get("/v1/cycles/mirror/milestones?changedSince=start&size=200")
                                .then()
                                .extract()
                                .<Integer>path(
                                        "items.findAll { it.criterion == '%s' && it.code == '1' }.size()"
                                                .formatted(deadline.criterion)))
                .isOne();
    }

    private ValidatableResponse milestone(String criterion) {
        return suite.as("viewer", RUBRIC)
                .get("/v1/cycles/mirror/assessments/MIRROR/milestones/" + criterion + "/1")
                .then()
                .statusCode(200);
    }

    private static String planForAllWeathers() {
        return Stream.of("1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.2.1", "1.2.2", "1.3.1", "1.3.2")
                .map(
                        criterion ->
                                "  \"%s\": {owners: [LEGAL], milestones: [{code: \"1\", due: --01-15}]}\n"
                                        .formatted(criterion))
                .collect(Collectors.joining("", "criteria:\n", ""));
    }

    /** One mail has a Done link for each weather. */
    private void remindsOfEnoughForAllWeathers() throws IOException {
        contest.unit("MIRROR");
        contest.draft("mirror");
        contest.enrol("mirror", "MIRROR");
        contest.plan("mirror", "MIRROR", planForAllWeathers());
        contest.open("mirror");
        suite.as("organiser", NOTIFICATION)
                .body(
                        """
                        {"email":"mirror@slk.example","name":"Head","language":"en",
                         "posts":[{"unit":"MIRROR","sections":["LEGAL"],"role":"HEAD"}]}""")
                .put("/v1/recipients/mirror-head")
                .then()
                .statusCode(201);
        suite.as("organiser", NOTIFICATION).post("/v1/sync").then().statusCode(200);
        suite.as("organiser", NOTIFICATION)
                .body("{\"date\":\"2022-01-07\"}")
                .post("/v1/runs")
                .then()
                .statusCode(200);
        eventually(() -> assertThat(suite.mailTo("mirror@slk.example")).hasSize(1));
        String text =
                suite.mailTo("mirror@slk.example")
                        .getFirst()
                        .text()
                        .orElseThrow()
                        .replace("\r", "");
        DONE.matcher(text)
                .results()
                .forEach(found -> deadlines.add(new Deadline(found.group(1), found.group(2))));
    }
}
