package org.kongdee.rubric.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.Contest;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ChangeResourceTest {

    /** Reads on to the end; other tests write too. */
    private static String read(String after, List<Map<String, Object>> into) {
        String cursor = after;
        boolean more = true;
        while (more) {
            JsonPath page =
                    as("service")
                            .queryParam("after", cursor)
                            .queryParam("limit", 200)
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

    private static Map<String, Object> milestonesOf(Contest contest) {
        return Map.of(
                "cycle", contest.cycle(), "unit", contest.unit(), "in", List.of("MILESTONES"));
    }

    private static String untilSeen(
            String after, List<Map<String, Object>> seen, Contest... contests) {
        List<Map<String, Object>> wanted =
                Stream.of(contests).map(ChangeResourceTest::milestonesOf).toList();
        var cursor = new String[] {after};
        // A transaction that still runs holds the feed back.
        eventually(
                () -> {
                    cursor[0] = read(cursor[0], seen);
                    assertThat(seen).containsAll(wanted);
                });
        return cursor[0];
    }

    @Test
    void namesUnitsOfAllOpenCyclesAndThenOnlyWhatIsTouchedAgain() {
        Contest one = Contest.open();
        Contest other = Contest.open();
        String cursor = untilSeen("start", new ArrayList<>(), one, other);

        as("organiser")
                .header("If-Match", "*")
                .body("{\"due\":\"2022-01-20\",\"reason\":\"flood\"}")
                .patch(other.assessment() + "/milestones/1.1.1/1")
                .then()
                .statusCode(200);

        var seen = new ArrayList<Map<String, Object>>();
        String unused = untilSeen(cursor, seen, other);
        assertThat(seen).doesNotContain(milestonesOf(one));
    }

    @Test
    void saysNothingOfACycleThatIsClosed() {
        Contest contest = Contest.open();
        String unused = untilSeen("start", new ArrayList<>(), contest);

        as("organiser").post("/v1/cycles/" + contest.cycle() + "/close").then().statusCode(200);

        var seen = new ArrayList<Map<String, Object>>();
        String end = read("start", seen);
        assertThat(end).isNotEmpty();
        assertThat(seen).doesNotContain(milestonesOf(contest));
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
