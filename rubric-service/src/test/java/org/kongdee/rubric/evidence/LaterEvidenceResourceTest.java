package org.kongdee.rubric.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;
import static org.kongdee.rubric.Filed.item;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.Contest;
import org.kongdee.rubric.EvidenceFake;
import org.kongdee.rubric.MovedClock;
import org.kongdee.test.StackResource;
import org.kongdee.test.StatementCount;
import org.kongdee.web.sql.Sql;

/**
 * Evidence that is dated later counts from its day on, in the cycle's zone, untouched by anybody.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@WithTestResource(EvidenceFake.class)
class LaterEvidenceResourceTest {

    /** Noon of 9 January in Bangkok, and the first second of the 10th. */
    private static final String THE_NINTH = "2022-01-09T05:00:00Z";

    private static final String THE_TENTH = "2022-01-09T17:00:00Z";

    private static final String ONE = "criteria.find { it.criterion == '1.1.2' }.";
    private static final String LINE = "criteria.find { it.code == '1.1.2' }.";

    @Inject Sql sql;
    @Inject AgroalDataSource database;
    @Inject UnitEvidenceRepository repository;
    @Inject CountJob job;

    @AfterEach
    void moveBack() {
        MovedClock.back();
    }

    @Test
    void readsCountItAtOnceWhenItsDayBegins() {
        MovedClock.to(THE_NINTH);
        Contest contest = filed();
        supports(contest, 1);
        as("viewer")
                .get(contest.assessment() + "/readiness?asOf=2022-01-10")
                .then()
                .body(ONE + "supported.rung", equalTo(2));
        sheet(contest, 1, 1);
        String etag = as("viewer").get(contest.assessment() + "/sheet").header("ETag");
        backed(contest, 1);

        MovedClock.to(THE_TENTH);

        as("viewer")
                .get(contest.assessment() + "/readiness")
                .then()
                .body(ONE + "supported.rung", equalTo(2));
        as("viewer")
                .header("If-None-Match", etag)
                .get(contest.assessment() + "/sheet")
                .then()
                .statusCode(200);
        sheet(contest, 2, 1.5f);
        backed(contest, 1.5f);
    }

    @Test
    void whatIsKeptAndWhoFollowsHearsOfItWhenItsDayBegins() {
        MovedClock.to(THE_NINTH);
        Contest contest = filed();
        supports(contest, 1);
        milestone(contest, "PLANNED");
        contest.put("1.1.2", "{\"rung\":2}")
                .then()
                .statusCode(201)
                .body("claimedWithoutEvidence", equalTo(true));
        var cursor = new String[] {"start"};
        eventually(() -> assertThat(touched(cursor, contest)).contains("STANDINGS"));
        eventually(() -> assertThat(touched(cursor, contest)).isEmpty());

        MovedClock.to(THE_TENTH);

        milestone(contest, "MET");
        as("viewer")
                .get(contest.assessment() + "/result")
                .then()
                .body("claimedWithoutEvidence", hasSize(0));
        Set<String> seen = new HashSet<>();
        eventually(
                () -> {
                    seen.addAll(touched(cursor, contest));
                    assertThat(seen).containsExactlyInAnyOrder("MILESTONES", "STANDINGS");
                });
        as("viewer")
                .get(contest.assessment() + "/milestones/1.1.2/1/history")
                .then()
                .body("items.status", contains("MET"))
                .body("items.by", contains("evidence"));
    }

    @Test
    void suggestionsAreOfWhatCountsToday() {
        MovedClock.to(THE_NINTH);
        Contest contest = filed();
        supports(contest, 1);

        as("officer", contest.unit())
                .body("{\"criteria\":[\"1.1.2\"]}")
                .post(contest.assessment() + "/suggestions/accept")
                .then()
                .statusCode(200)
                .body("outcomes[0].claim.rung", equalTo(1));
    }

    @Test
    void eachDayIsCountedForItself() {
        MovedClock.to(THE_NINTH);
        Contest contest = Contest.open();
        EvidenceFake.items(
                contest,
                item("1.1.2", "communication").channel("line").date("2022-01-10").accepted(),
                item("1.1.2", "communication").channel("website").date("2022-01-12").accepted());
        contest.put("1.1.2", "{\"rung\":2}").then().statusCode(201);
        eventually(
                () ->
                        as("viewer")
                                .get(contest.assessment() + "/readiness?asOf=2022-01-12")
                                .then()
                                .body(ONE + "supported.rung", equalTo(2)));
        supports(contest, 0);

        MovedClock.to(THE_TENTH);
        eventually(() -> assertThat(repository.outdated(Instant.parse(THE_TENTH), 200)).isEmpty());
        unbacked(contest, 1);

        MovedClock.to("2022-01-12T00:00:00Z");
        eventually(() -> unbacked(contest, 0));
    }

    @Test
    void aUnitThatCannotBeCountedHoldsNoOtherUp() {
        MovedClock.to(THE_NINTH);
        Contest broken = filed();
        supports(broken, 1);
        Contest other = filed();
        supports(other, 1);
        items(broken, "[1]");

        MovedClock.to(THE_TENTH);

        milestone(other, "MET");
        milestone(broken, "PLANNED");
        items(broken, "[]");
    }

    private void items(Contest contest, String items) {
        assertThat(
                        sql.update(
                                "update unit_evidence set items = cast(:items as jsonb) where cycle = :cycle",
                                broken ->
                                        broken.text("items", items).text("cycle", contest.cycle())))
                .isOne();
    }

    /** However many units there are of which nothing is to come today. */
    @Test
    void looksForUnitsByAnIndexAndOnlyOnceWhereThereAreNone() throws SQLException {
        assertThat(repository.outdated(Instant.parse("2000-01-01T00:00:00Z"), 1)).isEmpty();
        eventually(() -> assertThat(StatementCount.of(job::count)).isOne());
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_seqscan = off");
            var plan = new StringBuilder();
            try (var rows =
                    statement.executeQuery(
                            "explain select cycle, unit from unit_evidence where counted_until <= now()"
                                    + " order by counted_until, cycle, unit limit 100")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(plan).contains("ix_unit_evidence_counted_until");
        }
    }

    /** On LINE on 8 January, on the website on the 10th; all points are due on the 15th. */
    private static Contest filed() {
        Contest contest = Contest.open();
        as("officer", contest.unit())
                .header("If-Match", "*")
                .body(
                        """
                        {"owners":["LEGAL"],
                         "milestones":[{"code":"1","due":"--01-15","when":"channels(\\"communication\\") >= 2"}]}
                        """)
                .put(contest.assessment() + "/plan/criteria/1.1.2")
                .then()
                .statusCode(200);
        EvidenceFake.items(
                contest,
                item("1.1.2", "communication").channel("line").date("2022-01-08").accepted(),
                item("1.1.2", "communication").channel("website").date("2022-01-10").accepted());
        return contest;
    }

    private static void supports(Contest contest, int rung) {
        eventually(
                () ->
                        as("viewer")
                                .get(contest.assessment() + "/readiness")
                                .then()
                                .body(ONE + "supported.rung", equalTo(rung)));
    }

    private static void sheet(Contest contest, int accepted, Number backed) {
        as("viewer")
                .get(contest.assessment() + "/sheet")
                .then()
                .statusCode(200)
                .body("totals.accepted", equalTo(accepted))
                .body("totals.backed", equalTo(backed))
                .body(LINE + "evidence[0].accepted", equalTo(accepted))
                .body(LINE + "backed", equalTo(backed));
    }

    private static void backed(Contest contest, Number points) {
        eventually(
                () ->
                        as("viewer")
                                .get("/v1/cycles/" + contest.cycle() + "/standings")
                                .then()
                                .body("items[0].backed", equalTo(points)));
    }

    private static void unbacked(Contest contest, int claims) {
        as("viewer")
                .get(contest.assessment() + "/result")
                .then()
                .body("claimedWithoutEvidence", hasSize(claims));
    }

    private static void milestone(Contest contest, String status) {
        eventually(
                () ->
                        as("viewer")
                                .get(contest.assessment() + "/milestones/1.1.2/1")
                                .then()
                                .body("status", equalTo(status)));
    }

    /** In what the unit was touched since the cursor, which goes on. */
    private static Set<String> touched(String[] cursor, Contest contest) {
        Set<String> touched = new HashSet<>();
        boolean more = true;
        while (more) {
            JsonPath page =
                    as("service")
                            .queryParam("after", cursor[0].equals("start") ? null : cursor[0])
                            .get("/v1/changes")
                            .jsonPath();
            touched.addAll(
                    page.getList(
                            "changes.findAll { it.unit == '%s' }.in.flatten()"
                                    .formatted(contest.unit()),
                            String.class));
            cursor[0] = page.getString("next");
            more = page.getBoolean("more");
        }
        return touched;
    }
}
