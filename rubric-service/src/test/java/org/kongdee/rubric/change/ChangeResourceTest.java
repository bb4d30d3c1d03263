package org.kongdee.rubric.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;
import static org.kongdee.rubric.Api.freshUnit;
import static org.kongdee.rubric.Filed.item;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.Contest;
import org.kongdee.rubric.EvidenceFake;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@WithTestResource(EvidenceFake.class)
class ChangeResourceTest {

    @Inject AgroalDataSource database;

    /** One that the rubric fixes. */
    private static final String DEADLINE = "2.4/D1";

    /** Reads on to the end; other tests write too. */
    private static String read(String after, List<Map<String, Object>> into) {
        return read(after, into, 200);
    }

    private static String read(String after, List<Map<String, Object>> into, int most) {
        String cursor = after;
        boolean more = true;
        while (more) {
            JsonPath page =
                    as("service")
                            .queryParam("after", cursor)
                            .queryParam("limit", most)
                            .get("/v1/changes")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            into.addAll(page.getList("changes"));
            cursor = page.getString("next");
            more = page.getBoolean("more");
        }
        return cursor;
    }

    /** What was seen to be touched of the contest's unit. */
    private static Set<Object> subjects(List<Map<String, Object>> seen, Contest contest) {
        return seen.stream()
                .filter(each -> contest.cycle().equals(each.get("cycle")))
                .filter(each -> contest.unit().equals(each.get("unit")))
                .flatMap(each -> ((List<?>) Objects.requireNonNull(each.get("in"))).stream())
                .collect(Collectors.toSet());
    }

    private static String untilSeen(
            String after, List<Map<String, Object>> seen, Contest... contests) {
        return until(
                after,
                seen,
                () -> {
                    for (Contest contest : contests) {
                        assertThat(subjects(seen, contest)).contains("MILESTONES");
                    }
                });
    }

    private static String until(String after, List<Map<String, Object>> seen, Runnable check) {
        var cursor = new String[] {after};
        // A transaction that still runs holds the feed back.
        eventually(
                () -> {
                    cursor[0] = read(cursor[0], seen);
                    check.run();
                });
        return cursor[0];
    }

    @Test
    void namesUnitsOfAllOpenCyclesAndThenOnlyWhatIsTouchedAgain() {
        Contest one = Contest.unplanned();
        Contest other = Contest.unplanned();
        String cursor = untilSeen("start", new ArrayList<>(), one, other);

        as("organiser")
                .header("If-Match", "*")
                .body("{\"due\":\"2022-01-20\",\"reason\":\"flood\"}")
                .patch(other.assessment() + "/milestones/" + DEADLINE)
                .then()
                .statusCode(200);

        var seen = new ArrayList<Map<String, Object>>();
        String unused = untilSeen(cursor, seen, other);
        assertThat(subjects(seen, one)).isEmpty();
        assertThat(subjects(seen, other)).containsExactly("MILESTONES");
    }

    @Test
    void namesInWhatAUnitWasTouched() {
        Contest contest = Contest.unplanned();
        var first = new ArrayList<Map<String, Object>>();
        String cursor = untilSeen("start", first, contest);
        assertThat(subjects(first, contest)).containsExactlyInAnyOrder("MILESTONES", "STANDINGS");

        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        cursor = untilTouched(cursor, contest, "STANDINGS");
        EvidenceFake.items(
                contest,
                item("1.1.1", "guideline").rejected("Not legible", "2022-01-12T02:00:00Z"));
        cursor = untilTouched(cursor, contest, "STANDINGS", "NOTICES");
        as("officer", contest.unit())
                .body("{\"criteria\":{\"1.1.1\":{\"owners\":[\"LEGAL\"]}}}")
                .put(contest.assessment() + "/plan")
                .then()
                .statusCode(201);
        String end = untilTouched(cursor, contest, "STANDINGS");

        var nothing = new ArrayList<Map<String, Object>>();
        String after = read(end, nothing);
        assertThat(after).isNotEmpty();
        assertThat(subjects(nothing, contest)).isEmpty();
    }

    private static String untilTouched(String after, Contest contest, Object... subjects) {
        var seen = new ArrayList<Map<String, Object>>();
        return until(
                after,
                seen,
                () -> assertThat(subjects(seen, contest)).containsExactlyInAnyOrder(subjects));
    }

    @Test
    void passesNobodyOverWhoCommitsLate() throws SQLException {
        Contest late = Contest.unplanned();
        Contest other = Contest.unplanned();
        String cursor = untilSeen("start", new ArrayList<>(), late, other);
        var seen = new ArrayList<Map<String, Object>>();

        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.executeUpdate(
                    "update unit_plan set changed_xid = pg_current_xact_id() where cycle = '%s'"
                            .formatted(late.cycle()));
            other.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
            cursor = read(cursor, seen);
            assertThat(subjects(seen, other)).isEmpty();
            writer.commit();
        }

        String unused =
                until(
                        cursor,
                        seen,
                        () -> {
                            assertThat(subjects(seen, late)).containsExactly("STANDINGS");
                            assertThat(subjects(seen, other)).containsExactly("STANDINGS");
                        });
    }

    @Test
    void aPageOfOneUnitGoesOnInTheMiddleOfATransaction() {
        Contest contest = Contest.prepared();
        String other = freshUnit();
        Contest.unit(other);
        contest.enrol(other).then().statusCode(201);
        as("organiser").post("/v1/cycles/" + contest.cycle() + "/open").then().statusCode(200);

        eventually(
                () -> {
                    var seen = new ArrayList<Map<String, Object>>();
                    String unused = read("start", seen, 1);
                    assertThat(seen)
                            .filteredOn(each -> contest.cycle().equals(each.get("cycle")))
                            .extracting(each -> each.get("unit"))
                            .contains(contest.unit(), other);
                });
    }

    @Test
    void saysNothingOfACycleThatIsClosed() {
        Contest contest = Contest.unplanned();
        String unused = untilSeen("start", new ArrayList<>(), contest);

        as("organiser").post("/v1/cycles/" + contest.cycle() + "/close").then().statusCode(200);

        var seen = new ArrayList<Map<String, Object>>();
        String end = read("start", seen);
        assertThat(end).isNotEmpty();
        assertThat(subjects(seen, contest)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "MTIz"})
    void refusesACursorThatItHasNotGiven(String after) {
        as("service")
                .urlEncodingEnabled(false)
                .get("/v1/changes?after=" + after)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("after"));
    }

    @ParameterizedTest
    @CsvSource({"viewer, 403", "automation, 403", "organiser, 200"})
    void isForNeighbours(String role, int status) {
        as(role).get("/v1/changes").then().statusCode(status);
    }
}
