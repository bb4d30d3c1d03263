package org.kongdee.rubric.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;
import static org.kongdee.rubric.Filed.item;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.Contest;
import org.kongdee.rubric.EvidenceFake;
import org.kongdee.rubric.Filed;
import org.kongdee.test.StackResource;

/** What evidence makes of what a plan and its sections owe. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@QuarkusTestResource(EvidenceFake.class)
class PlanEvidenceResourceTest {

    private static final String ROWS = "items.findAll { it.criterion == '7.3.1' }";

    private static final List<String> SECTIONS =
            List.of(
                    "LEGAL",
                    "PLAN",
                    "FINANCE",
                    "PERSONNEL",
                    "HR-DEVELOPMENT",
                    "PUBLIC-RELATIONS",
                    "EXECUTIVE-SUPPORT",
                    "RECORDS",
                    "SUPPLY");

    /** Must hold: every section has its own state; nine of nine makes all nine rows MET. */
    @Test
    void eachSectionsEvidenceMeetsItsOwnRow() {
        Contest contest = Contest.open();

        EvidenceFake.items(contest, meeting("LEGAL"), meeting("PLAN"));

        eventually(
                () ->
                        rows(contest, "MET")
                                .body(ROWS + ".section", containsInAnyOrder("LEGAL", "PLAN"))
                                .body(ROWS + ".open.flatten()", empty()));
        rows(contest, "PLANNED").body(ROWS, hasSize(7));

        EvidenceFake.items(
                contest,
                SECTIONS.stream().map(PlanEvidenceResourceTest::meeting).toArray(Filed[]::new));

        eventually(() -> rows(contest, "MET").body(ROWS, hasSize(9)));
        as("viewer")
                .get(contest.assessment() + "/milestones/7.3.1/1/history?section=RECORDS")
                .then()
                .body("items.status", contains("MET"))
                .body("items.by", contains("evidence"));
        // The second round is a row of its own.
        as("viewer")
                .get(contest.assessment() + "/milestones/7.3.1/2?section=RECORDS")
                .then()
                .body("status", equalTo("PLANNED"))
                .body("missing[0].en", containsString("have 1, need 2"));
    }

    /** Jointly owed: what one shows is shown for all, and who has shown nothing is told. */
    @Test
    void aJointMilestoneNamesWhoHasShownNothing() {
        Contest contest = Contest.open();
        as("officer", contest.unit())
                .header("If-Match", "*")
                .body(
                        """
                        {"owners":["LEGAL","PLAN"],
                         "milestones":[{"code":"1","due":"--01-15","when":"channels(\\"communication\\") >= 2"}]}
                        """)
                .put(contest.assessment() + "/plan/criteria/1.1.2?reason=x")
                .then()
                .statusCode(200);
        milestone(contest).body("open", contains("LEGAL", "PLAN"));

        EvidenceFake.items(
                contest, shown("1.1.2", "communication").channel("line").section("PLAN"));

        eventually(
                () ->
                        milestone(contest)
                                .body("status", equalTo("PLANNED"))
                                .body("open", contains("LEGAL")));

        EvidenceFake.items(
                contest,
                shown("1.1.2", "communication").channel("line").section("PLAN"),
                shown("1.1.2", "communication").channel("website").section("PLAN"));

        eventually(
                () ->
                        milestone(contest)
                                .body("status", equalTo("MET"))
                                .body("open", contains("LEGAL")));
    }

    /** What is shown already meets a milestone that is planned afterwards. */
    @Test
    void aPlanThatComesLaterFindsWhatIsShown() {
        Contest contest = Contest.open();
        EvidenceFake.items(
                contest, shown("1.1.2", "communication").channel("line").section("LEGAL"));
        eventually(
                () ->
                        as("viewer")
                                .get(contest.assessment() + "/readiness")
                                .then()
                                .body(
                                        "criteria.find { it.criterion == '1.1.2' }.supported.rung",
                                        equalTo(1)));

        as("officer", contest.unit())
                .header("If-Match", "*")
                .body(
                        """
                        {"owners":["LEGAL"],
                         "milestones":[{"code":"9","due":"--01-15","when":"channels(\\"communication\\") >= 1"}]}
                        """)
                .put(contest.assessment() + "/plan/criteria/1.1.2?reason=x")
                .then()
                .statusCode(200);

        as("viewer")
                .get(contest.assessment() + "/milestones/1.1.2/9")
                .then()
                .body("status", equalTo("MET"));
    }

    /** Other sections of an enrolled unit reach evidence-service, and count there and here. */
    @Test
    void newSectionsAreToldToEvidenceService() {
        Contest contest = Contest.open();
        EvidenceFake.items(contest, meeting("LEGAL"), meeting("PLAN"));
        eventually(() -> rows(contest, "MET").body(ROWS, hasSize(2)));
        as("organiser")
                .header("If-Match", "*")
                .body(
                        """
                        {"title":{"en":"Unit","th":"หน่วยงาน"},"sections":[
                          {"code":"LEGAL","title":{"en":"Legal","th":"นิติการ"}},{"code":"NEW","title":{"en":"New","th":"ใหม่"}}]}
                        """)
                .put("/v1/units/" + contest.unit())
                .then()
                .statusCode(200);

        as("organiser")
                .body("{\"reason\":\"reorganised\"}")
                .post(contest.assessment() + "/sections")
                .then()
                .statusCode(200);

        eventually(
                () ->
                        assertThat(
                                        EvidenceFake.collection(contest.cycle())
                                                .at("/units/0/sections")
                                                .findValuesAsText("code"))
                                .containsExactly("LEGAL", "NEW"));
        eventually(
                () ->
                        as("viewer")
                                .get(contest.assessment())
                                .then()
                                .body("evidence", equalTo("REGISTERED")));
        // What PLAN has shown counts for no section any more; LEGAL's row stays met.
        rows(contest, "MET").body(ROWS + ".section", contains("LEGAL"));
        as("viewer")
                .get(contest.assessment() + "/readiness")
                .then()
                .body(
                        "criteria.find { it.criterion == '7.3.1' }.missing[0].needs.th",
                        containsString("ใหม่"));
    }

    private static Filed shown(String criterion, String kind) {
        return item(criterion, kind).accepted();
    }

    private static Filed meeting(String section) {
        return shown("7.3.1", "section-meeting").section(section);
    }

    private static ValidatableResponse rows(Contest contest, String status) {
        return as("viewer")
                .get(
                        "/v1/cycles/%s/milestones?size=200&status=%s&dueFrom=2022-01-15&dueTo=2022-01-15"
                                .formatted(contest.cycle(), status))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse milestone(Contest contest) {
        return as("viewer")
                .get(contest.assessment() + "/milestones/1.1.2/1")
                .then()
                .statusCode(200);
    }
}
