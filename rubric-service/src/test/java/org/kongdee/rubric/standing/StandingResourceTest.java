package org.kongdee.rubric.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;
import static org.kongdee.rubric.Api.freshUnit;
import static org.kongdee.rubric.Filed.item;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.rubric.Contest;
import org.kongdee.rubric.EvidenceFake;
import org.kongdee.test.StackResource;
import org.kongdee.test.StatementCount;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@WithTestResource(EvidenceFake.class)
class StandingResourceTest {

    @Inject AgroalDataSource database;

    @Test
    void tellsWhatEachSectionOwnsClaimsAndHasShown() {
        Contest contest = Contest.unplanned();
        plan(
                contest,
                """
                {"criteria":{"1.1.1":{"owners":["LEGAL","PLAN"]},"1.1.2":{"owners":["LEGAL"]},"1.1.5":{"owners":["ALL"]}}}
                """);
        contest.put("1.1.2", "{\"rung\":2}").then().statusCode(201);
        contest.put("1.1.5", "{\"rung\":1}").then().statusCode(201);
        EvidenceFake.items(
                contest,
                item("1.1.1", "guideline").section("PLAN").accepted(),
                item("1.1.2", "communication").channel("line").section("LEGAL").accepted(),
                item("1.1.2", "communication").channel("website").section("LEGAL"),
                item("1.1.2", "communication").channel("website").section("GONE"),
                item("1.1.2", "communication").rejected("No", "2022-01-12T02:00:00Z"));

        eventually(
                () ->
                        standings(contest, "start")
                                .body("items", hasSize(1))
                                .body("items[0].unit", equalTo(contest.unit()))
                                .body("items[0].title.en", equalTo("Unit"))
                                .body("items[0].waiting", equalTo(2))
                                .body("items[0].unassigned", equalTo(0))
                                .body("items[0].backed", equalTo(2))
                                .body("items[0].claimed", equalTo(2.5f))
                                .body("items[0].max", equalTo(120))
                                .body("items[0].sections", hasSize(9)));
        standings(contest, "start")
                .body(section("LEGAL", "title.en"), equalTo("Legal"))
                .body(section("LEGAL", "criteria"), equalTo(3))
                .body(section("LEGAL", "shared"), equalTo(2))
                // One is its own, the other of its criterion and of no section that the unit has.
                .body(section("LEGAL", "waiting"), equalTo(2))
                .body(section("LEGAL", "backed"), equalTo(2))
                .body(section("LEGAL", "claimed"), equalTo(2.5f))
                .body(section("LEGAL", "max"), equalTo(6))
                .body(section("PLAN", "criteria"), equalTo(2))
                .body(section("PLAN", "shared"), equalTo(2))
                .body(section("PLAN", "backed"), equalTo(1))
                .body(section("PLAN", "claimed"), equalTo(1))
                .body(section("SUPPLY", "criteria"), equalTo(1))
                .body(section("SUPPLY", "waiting"), equalTo(0))
                .body(section("SUPPLY", "backed"), equalTo(0));
    }

    @Test
    void whatEvidenceNeverInfersIsBackedAsFarAsItIsClaimed() {
        Contest contest = Contest.unplanned();
        contest.put("7.4.1", "{\"tiers\":[{\"tier\":\"GOVERNMENT\"}]}").then().statusCode(201);
        standings(contest, "start").body("items[0].backed", equalTo(0));

        EvidenceFake.items(contest, item("7.4.1", "award").accepted());

        eventually(
                () ->
                        standings(contest, "start")
                                .body("items[0].backed", equalTo(4))
                                .body("items[0].claimed", equalTo(4)));
    }

    @Test
    void whoFollowsReadsAUnitAgainOnlyWhenItIsTouched() {
        Contest contest = Contest.unplanned();
        String other = freshUnit();
        Contest.unit(other);
        contest.enrol(other).then().statusCode(201);
        var cursor = new String[] {"start"};
        var seen = new ArrayList<String>();
        eventually(
                () -> {
                    cursor[0] = readOn(contest, cursor[0], seen);
                    assertThat(seen).contains(contest.unit(), other);
                });
        // Evidence-service is asked for what it knows of both, which may touch neither.
        eventually(() -> standings(contest, cursor[0]).body("items", empty()));
        standings(contest, cursor[0]).body("cursor", equalTo(cursor[0]));

        for (Runnable touch :
                List.<Runnable>of(
                        () -> contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201),
                        () -> plan(contest, "{\"criteria\":{\"1.1.1\":{\"owners\":[\"LEGAL\"]}}}"),
                        () -> EvidenceFake.items(contest, item("1.1.1", "guideline")))) {
            touch.run();
            eventually(
                    () ->
                            standings(contest, cursor[0])
                                    .body("items.unit", contains(contest.unit())));
            cursor[0] = standings(contest, cursor[0]).extract().path("cursor");
        }
        eventually(() -> standings(contest, cursor[0]).body("items", empty()));
    }

    @Test
    void aPageIsOneStatementHoweverManyUnitsItHas() {
        Contest contest = Contest.unplanned();
        standings(contest, "start").body("items", hasSize(1));
        String other = freshUnit();
        Contest.unit(other);
        contest.enrol(other).then().statusCode(201);
        eventually(() -> standings(contest, "start").body("items", hasSize(2)));

        // The cycle, and the page.
        assertThat(StatementCount.of(() -> standings(contest, "start").body("items", hasSize(2))))
                .isEqualTo(2);
    }

    @Test
    void passesNobodyOverWhoCommitsLate() throws SQLException {
        Contest contest = Contest.unplanned();
        String other = freshUnit();
        Contest.unit(other);
        contest.enrol(other).then().statusCode(201);
        eventually(() -> standings(contest, "start").body("items", hasSize(2)));
        String cursor = readOn(contest, "start", new ArrayList<>());

        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.executeUpdate(
                    "update unit_plan set changed_xid = pg_current_xact_id() where cycle = '%s' and unit = '%s'"
                            .formatted(contest.cycle(), other));
            contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
            standings(contest, cursor).body("items", empty());
            writer.commit();
        }

        eventually(
                () ->
                        standings(contest, cursor)
                                .body("items.unit", containsInAnyOrder(contest.unit(), other)));
    }

    @Test
    void anOfficerSeesTheOwnUnitOnlyAndNobodySeesADraft() {
        Contest contest = Contest.unplanned();
        String other = freshUnit();
        Contest.unit(other);
        contest.enrol(other).then().statusCode(201);
        String path = "/v1/cycles/" + contest.cycle() + "/standings";
        eventually(() -> standings(contest, "start").body("items", hasSize(2)));

        as("officer", other).get(path).then().body("items.unit", contains(other));
        as("officer", "ELSEWHERE").get(path).then().body("items", empty());
        standings(Contest.prepared(), "start")
                .body("items", empty())
                .body("cursor", equalTo("start"));
        as("service").get("/v1/cycles/nowhere/standings").then().statusCode(404);
        as("service").get(path + "?changedSince=MTIz").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, 200",
        "assessor, 200",
        "officer, 200",
        "organiser, 200",
        "service, 200",
        "automation, 403",
        "author, 403"
    })
    void isForThoseWhoWatch(String role, int status) {
        Contest contest = Contest.prepared();
        as(role, contest.unit())
                .get("/v1/cycles/" + contest.cycle() + "/standings")
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse standings(Contest contest, String since) {
        return as("service")
                .get("/v1/cycles/%s/standings?changedSince=%s".formatted(contest.cycle(), since))
                .then()
                .statusCode(200);
    }

    /** One at a time, to the end. */
    private static String readOn(Contest contest, String from, List<String> seen) {
        String cursor = from;
        while (true) {
            var page = standings(contest, cursor + "&size=1").extract().jsonPath();
            List<String> units = page.getList("items.unit");
            if (units.isEmpty()) {
                return cursor;
            }
            seen.addAll(units);
            cursor = page.getString("cursor");
        }
    }

    private static void plan(Contest contest, String document) {
        as("officer", contest.unit())
                .body(document)
                .put(contest.assessment() + "/plan")
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(201)));
    }

    private static String section(String code, String member) {
        return "items[0].sections.find { it.section == '%s' }.%s".formatted(code, member);
    }
}
