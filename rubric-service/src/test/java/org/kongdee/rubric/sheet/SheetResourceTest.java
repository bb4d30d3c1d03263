package org.kongdee.rubric.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;
import static org.kongdee.rubric.Filed.item;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.Contest;
import org.kongdee.rubric.EvidenceFake;
import org.kongdee.test.StackResource;
import org.kongdee.test.StatementCount;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@WithTestResource(EvidenceFake.class)
class SheetResourceTest {

    private static final String ONE = "criteria.find { it.code == '1.1.2' }.";

    @Test
    void hasTheWholeTableInOneAnswer() {
        Contest contest = Contest.unplanned();
        plan(contest, 201);
        contest.put("1.1.2", "{\"rung\":2}").then().statusCode(201);
        EvidenceFake.items(
                contest,
                item("1.1.2", "communication").channel("line").accepted(),
                item("1.1.2", "communication").channel("website"),
                item("1.1.2", "communication").rejected("No", "2022-01-12T02:00:00Z"));

        eventually(() -> sheet(contest).body("totals.waiting", equalTo(1)));

        sheet(contest)
                .body("cycle", equalTo(contest.cycle()))
                .body("unit", equalTo(contest.unit()))
                .body("title.en", equalTo("Unit"))
                .body("sections", hasSize(9))
                .body("totals.max", equalTo(120))
                .body("totals.backed", equalTo(1))
                .body("totals.claimed", equalTo(1.5f))
                .body("totals.judged", nullValue())
                .body("totals.accepted", equalTo(1))
                .body("criteria", hasSize(51))
                .body("criteria.judged", everyItem(nullValue()))
                .body(ONE + "title.th", notNullValue())
                .body(ONE + "path", contains("1", "1.1"))
                .body(ONE + "approach.en", notNullValue())
                .body(ONE + "description", nullValue())
                .body(ONE + "examples", hasSize(5))
                .body(ONE + "zero.en", equalTo("Not made known"))
                .body(ONE + "kinds.code", contains("communication"))
                .body(ONE + "kinds[0].title.en", equalTo("Making known through a channel"))
                .body(ONE + "owners", contains("LEGAL"))
                .body(ONE + "persons", contains("slk-legal-head"))
                .body(ONE + "text.th", equalTo("Three channels"))
                .body(ONE + "result", nullValue())
                .body(ONE + "milestones.code", contains("1"))
                .body(ONE + "milestones[0].due", equalTo("2022-01-15"))
                .body(ONE + "evidence.kind", contains("communication"))
                .body(ONE + "evidence[0].accepted", equalTo(1))
                .body(ONE + "evidence[0].waiting", equalTo(1))
                .body(ONE + "applicable", equalTo(true))
                .body(ONE + "max", equalTo(2))
                .body(ONE + "backed", equalTo(1))
                .body(ONE + "claimed", equalTo(1.5f))
                .body(ONE + "missing[0].rung", equalTo(2))
                .body(ONE + "missing[0].needs.en", containsString("have 1"))
                .body("criteria[0].claimed", nullValue())
                .body("criteria[0].owners", empty())
                .body("criteria[0].milestones", empty());
    }

    @Test
    void costsTwoStatementsAndOneWhereNothingHasChanged() {
        Contest contest = Contest.unplanned();
        plan(contest, 201);
        String etag = sheet(contest).extract().header("ETag");

        assertThat(StatementCount.of(() -> sheet(contest))).isEqualTo(2);
        assertThat(
                        StatementCount.of(
                                () ->
                                        as("viewer")
                                                .header("If-None-Match", etag)
                                                .get(contest.assessment() + "/sheet")
                                                .then()
                                                .statusCode(304)))
                .isEqualTo(1);
    }

    @Test
    void hasAnotherTagWhateverOfItChanges() {
        Contest contest = Contest.unplanned();
        plan(contest, 201);
        for (Runnable change :
                List.<Runnable>of(
                        () -> contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201),
                        () -> done(contest),
                        () -> planText(contest),
                        () -> EvidenceFake.items(contest, item("1.1.1", "guideline")))) {
            String before = sheet(contest).extract().header("ETag");
            change.run();
            eventually(
                    () -> assertThat(sheet(contest).extract().header("ETag")).isNotEqualTo(before));
        }
    }

    @Test
    void aDraftHasOneTooAndAnotherUnitIsNotToBeSeen() {
        Contest contest = Contest.prepared();

        sheet(contest)
                .body("criteria", hasSize(51))
                .body("totals.claimed", equalTo(0))
                .body("criteria.milestones", everyItem(empty()));
        as("officer", contest.unit()).get(contest.assessment() + "/sheet").then().statusCode(200);
        as("officer", "ELSEWHERE").get(contest.assessment() + "/sheet").then().statusCode(404);
        as("viewer")
                .get("/v1/cycles/" + contest.cycle() + "/assessments/NOBODY/sheet")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse sheet(Contest contest) {
        return as("viewer").get(contest.assessment() + "/sheet").then().statusCode(200);
    }

    private static void plan(Contest contest, int status) {
        as("officer", contest.unit())
                .body(
                        """
                        {"criteria":{"1.1.2":{"owners":["LEGAL"],"persons":["slk-legal-head"],"text":{"en":"Three channels"},
                         "milestones":[{"code":"1","due":"--01-15"}]}}}
                        """)
                .put(contest.assessment() + "/plan")
                .then()
                .statusCode(status);
    }

    private static void planText(Contest contest) {
        as("officer", contest.unit())
                .body("{\"owners\":[\"PLAN\"]}")
                .put(contest.assessment() + "/plan/criteria/1.1.1")
                .then()
                .statusCode(201);
    }

    private static void done(Contest contest) {
        as("organiser")
                .header("If-Match", "*")
                .body("{\"status\":\"DONE\",\"reason\":\"on paper\"}")
                .patch(contest.assessment() + "/milestones/1.1.2/1")
                .then()
                .statusCode(200);
    }
}
