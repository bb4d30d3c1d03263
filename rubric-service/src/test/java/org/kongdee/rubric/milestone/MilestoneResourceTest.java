package org.kongdee.rubric.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.Contest;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MilestoneResourceTest {

    @Test
    void openingMakesAll101WithWhatIsMissing() {
        Contest contest = Contest.prepared();
        contest.plan(Contest.plan()).then().statusCode(201);
        as("viewer").get(list(contest)).then().body("total", equalTo(0));

        as("organiser").post("/v1/cycles/" + contest.cycle() + "/open").then().statusCode(200);

        as("viewer")
                .get(list(contest) + "?size=200")
                .then()
                .statusCode(200)
                .body("total", equalTo(101))
                .body("items.missing", everyItem(not(hasSize(0))));
        as("viewer")
                .get(contest.assessment() + "/milestones/1.1.3/1")
                .then()
                .body("id", equalTo(contest.cycle() + ":" + contest.unit() + ":1.1.3:1"))
                .body("due", equalTo("2022-03-15"))
                .body("round", equalTo(1))
                .body("sections", contains("LEGAL"))
                .body("sectionTitles.title.th", contains("นิติการ"))
                .body("open", contains("LEGAL"))
                .body("status", equalTo("PLANNED"))
                .body("settled", nullValue())
                .body("criterionTitle.en", not(emptyString()))
                .body("example.th", not(emptyString()))
                .body("missing[0].en", containsString("Follow-up"));
    }

    @Test
    void aUnitThatJoinsLaterGetsItsOwn() {
        Contest contest = Contest.open();
        String unit = freshUnit();
        Contest.unit(unit);

        contest.enrol(unit).then().statusCode(201);

        // Without a plan of its own it has the rubric's four deadlines, owed by all.
        as("viewer")
                .get(list(contest) + "?unit=" + unit)
                .then()
                .body("items.criterion", contains("2.1", "2.4", "5.1", "7.2.3"))
                .body("items.code", everyItem(equalTo("D1")))
                .body("items.sections", everyItem(contains("ALL")))
                .body(
                        "items.due",
                        contains("2021-11-30", "2021-11-30", "2021-11-30", "2022-02-24"));
        as("officer", unit).get(list(contest)).then().body("total", equalTo(4));
        as("officer", unit).get(list(contest) + "?unit=" + contest.unit()).then().statusCode(404);
    }

    @Test
    void filtersByDateSectionAndStatus() {
        Contest contest = Contest.open();

        as("viewer")
                .get(list(contest) + "?dueFrom=2022-01-15&dueTo=2022-01-15&section=LEGAL")
                .then()
                .body("items.criterion", hasItems("1.1.1", "1.1.2", "7.3.1"))
                .body("items.due", everyItem(equalTo("2022-01-15")))
                .body(
                        "items.findAll { it.each == 'SECTION' }.section",
                        everyItem(equalTo("LEGAL")));
        as("viewer").get(list(contest) + "?status=DONE").then().body("total", equalTo(0));
        as("viewer")
                .get(list(contest) + "?status=LATE")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("status"));
        as("viewer")
                .get(list(contest) + "?dueFrom=soon")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("dueFrom"));
    }

    @Test
    void doneByTheUnitUndoneAndWaivedByTheOrganiser() {
        Contest contest = Contest.open();

        patch(contest, "officer", "{\"status\":\"DONE\",\"reason\":\"handed in on paper\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("by", equalTo("officer-" + contest.unit()))
                .body("byName", equalTo("Test officer-" + contest.unit()))
                .body("reason", equalTo("handed in on paper"))
                .body("settled.by", equalTo("officer-" + contest.unit()))
                .body("settled.byName", equalTo("Test officer-" + contest.unit()))
                .body("settled.answer", equalTo("handed in on paper"));
        patch(contest, "officer", "{\"status\":\"PLANNED\",\"reason\":\"wrong one\"}")
                .then()
                .statusCode(403);
        patch(contest, "organiser", "{\"status\":\"PLANNED\",\"reason\":\"wrong one\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("PLANNED"))
                .body("settled", nullValue());
        patch(contest, "officer", "{\"status\":\"WAIVED\",\"reason\":\"x\"}")
                .then()
                .statusCode(403);
        patch(contest, "organiser", "{\"status\":\"WAIVED\",\"reason\":\"no such work\"}")
                .then()
                .statusCode(200);
        patch(contest, "officer", "{\"status\":\"PLANNED\",\"reason\":\"x\"}")
                .then()
                .statusCode(403);
    }

    /** A plan's days stand in the plan alone; the rubric's are the organiser's to move. */
    @Test
    void onlyDeadlinesOfTheRubricAreMovedHere() {
        Contest contest = Contest.open();
        String move = "{\"due\":\"2021-12-03\",\"reason\":\"flood\"}";

        patch(contest, "organiser", move)
                .then()
                .statusCode(422)
                .body("type", endsWith("day-of-plan"))
                .body("errors[0].pointer", equalTo("/due"));
        word(contest, as("officer", contest.unit()), "2.1/D1", move).then().statusCode(403);
        word(contest, as("organiser", contest.unit()), "2.1/D1", move).then().statusCode(403);
        word(contest, as("organiser"), "2.1/D1", move)
                .then()
                .statusCode(200)
                .body("due", equalTo("2021-12-03"))
                .body("sections", contains("PLAN"))
                .body("reason", equalTo("flood"));
    }

    /** Each section owes it by itself: a row, a status and a click for each. */
    @Test
    void eachSectionSettlesWhatItOwes() {
        Contest contest = Contest.open();
        String path = contest.assessment() + "/milestones/7.3.1/1";

        as("viewer")
                .get(path)
                .then()
                .statusCode(422)
                .body("type", endsWith("owed-by-section"))
                .body("errors[0].parameter", equalTo("section"))
                .body("detail", containsString("FINANCE"));
        as("officer", contest.unit())
                .header("If-Match", "*")
                .body("{\"status\":\"DONE\",\"reason\":\"met on Monday\"}")
                .patch(path + "?section=LEGAL")
                .then()
                .statusCode(200)
                .body("id", equalTo(contest.cycle() + ":" + contest.unit() + ":7.3.1:1:LEGAL"))
                .body("sections", contains("LEGAL"))
                .body("each", equalTo("SECTION"))
                .body("section", equalTo("LEGAL"))
                .body("open", contains("LEGAL"))
                .body("status", equalTo("DONE"));
        as("viewer")
                .get(path + "?section=PLAN")
                .then()
                .statusCode(200)
                .body("status", equalTo("PLANNED"));
        as("viewer")
                .get(path + "/history?section=LEGAL")
                .then()
                .body("items.reason", contains("met on Monday"));
        as("viewer").get(path + "/history?section=PLAN").then().body("total", equalTo(0));
        as("viewer")
                .get(path + "?section=NOBODY")
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo("section"));
        as("viewer")
                .get(contest.assessment() + "/milestones/1.1.1/1?section=LEGAL")
                .then()
                .statusCode(422)
                .body("type", endsWith("owed-jointly"));
    }

    @Test
    void aServiceSaysForWhomItSpeaksAndNobodyElseDoes() {
        Contest contest = Contest.open();
        String word =
                "{\"status\":\"DONE\",\"reason\":\"by mail\",\"by\":\"slk-legal-head\",\"byName\":\"หัวหน้าส่วนนิติการ\"}";

        patch(contest, "officer", word)
                .then()
                .statusCode(422)
                .body("type", endsWith("not-yourself"))
                .body("errors[0].pointer", equalTo("/by"));
        patch(
                        contest,
                        "organiser",
                        "{\"status\":\"DONE\",\"reason\":\"x\",\"byName\":\"Somebody\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/byName"));
        patch(contest, "service", word)
                .then()
                .statusCode(200)
                .body("settled.by", equalTo("slk-legal-head"))
                .body("settled.byName", equalTo("หัวหน้าส่วนนิติการ"))
                .body("by", equalTo("slk-legal-head"));
    }

    /** Of what is waived nobody else says anything, not even why. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"WAIVED\",\"reason\":\"mine\"}",
                "{\"status\":\"DONE\",\"reason\":\"mine\"}",
                "{\"status\":\"PLANNED\",\"reason\":\"mine\"}",
                "{\"due\":\"2022-01-15\",\"reason\":\"mine\"}",
                "{\"status\":\"DONE\",\"due\":\"2022-01-15\",\"reason\":\"mine\"}",
            })
    void aWaiverIsTheOrganisersWordAndReason(String word) {
        Contest contest = Contest.open();
        patch(contest, "organiser", "{\"status\":\"WAIVED\",\"reason\":\"no such work\"}")
                .then()
                .statusCode(200);

        patch(contest, "officer", word).then().statusCode(403);
        patch(contest, "service", word).then().statusCode(403);

        as("viewer")
                .get(contest.assessment() + "/milestones/1.1.1/1")
                .then()
                .header("ETag", equalTo("\"2\""))
                .body("status", equalTo("WAIVED"))
                .body("reason", equalTo("no such work"))
                .body("by", equalTo("organiser"));
        patch(contest, "organiser", "{\"status\":\"WAIVED\",\"reason\":\"none this year\"}")
                .then()
                .statusCode(200)
                .body("reason", equalTo("none this year"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"WAIVED\",\"reason\":\"x\"}",
                "{\"due\":\"2021-12-20\",\"reason\":\"x\"}"
            })
    void nobodyGrantsTheOwnUnitAnything(String word) {
        Contest contest = Contest.open();
        String path = contest.assessment() + "/milestones/2.1/D1";

        as("organiser", contest.unit())
                .header("If-Match", "*")
                .body(word)
                .patch(path)
                .then()
                .statusCode(403);
        as("organiser", freshUnit())
                .header("If-Match", "*")
                .body(word)
                .patch(path)
                .then()
                .statusCode(200);
    }

    /** Without a word for done of their own, nobody writes over what the unit said. */
    @Test
    void whoMayNotSayDoneMayNotSayWhyEither() {
        Contest contest = Contest.open();
        patch(contest, "officer", "{\"status\":\"DONE\",\"reason\":\"on paper\"}")
                .then()
                .statusCode(200);

        as("officer", "viewer", freshUnit())
                .header("If-Match", "*")
                .body("{\"status\":\"DONE\",\"reason\":\"not mine\"}")
                .patch(contest.assessment() + "/milestones/1.1.1/1")
                .then()
                .statusCode(403);
    }

    @Test
    void whatWasSaidStaysInTheHistory() {
        Contest contest = Contest.open();
        String path = contest.assessment() + "/milestones/2.1/D1";
        as("viewer").get(path + "/history").then().statusCode(200).body("total", equalTo(0));
        word(
                        contest,
                        as("officer", contest.unit()),
                        "2.1/D1",
                        "{\"status\":\"DONE\",\"reason\":\"on paper\"}")
                .then()
                .statusCode(200);

        word(contest, as("service"), "2.1/D1", "{\"status\":\"DONE\",\"reason\":\"by mail\"}")
                .then()
                .statusCode(200)
                .body("reason", equalTo("by mail"));
        word(contest, as("organiser"), "2.1/D1", "{\"due\":\"2021-12-20\",\"reason\":\"flood\"}")
                .then()
                .statusCode(200);

        as("officer", contest.unit())
                .get(path + "/history?size=2")
                .then()
                .statusCode(200)
                .body("total", equalTo(3))
                .body("items.reason", contains("flood", "by mail"))
                .body("items.status", contains("DONE", "DONE"))
                .body("items.due", contains("2021-12-20", "2021-11-30"))
                .body("items.by", contains("organiser", "service"));
        as("viewer")
                .get(path + "/history?size=2&page=1")
                .then()
                .body("items.reason", contains("on paper"))
                .body("items[0].by", equalTo("officer-" + contest.unit()))
                .body("items[0].byName", equalTo("Test officer-" + contest.unit()));
        as("officer", freshUnit()).get(path + "/history").then().statusCode(404);
        as("viewer").get(path + "0/history").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"status":"MET","reason":"x"}             | 422 | /status
                    {"status":"LATE","reason":"x"}            | 400 | /status
                    {"reason":"x"}                            | 422 | /status
                    {"status":"DONE"}                         | 400 | /reason
                    {"status":"DONE","reason":" "}            | 400 | /reason
                    {"due":"2022-01-20","reason":"x"}         | 422 | /due
                    {"due":"2565-01-15","reason":"x"}         | 400 | /due
                    """)
    void aBadPatchNamesTheField(String body, int status, String pointer) {
        patch(Contest.open(), "organiser", body)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void aPatchNeedsIfMatch() {
        Contest contest = Contest.open();
        String path = contest.assessment() + "/milestones/1.1.1/1";

        as("organiser")
                .body("{\"status\":\"DONE\",\"reason\":\"x\"}")
                .patch(path)
                .then()
                .statusCode(428);
        as("organiser")
                .header("If-Match", "\"9\"")
                .body("{\"status\":\"DONE\",\"reason\":\"x\"}")
                .patch(path)
                .then()
                .statusCode(412);
    }

    @Test
    void theCursorGivesEveryChangeOnceInOrder() {
        Contest contest = Contest.open();
        Response all = as("service").get(list(contest) + "?size=200&changedSince=start");
        List<String> ids = all.path("items.id");
        assertThat(ids).hasSize(101).doesNotHaveDuplicates();
        String cursor = all.path("cursor");
        as("service")
                .get(list(contest) + "?changedSince=" + cursor)
                .then()
                .body("items", hasSize(0))
                .body("cursor", equalTo(cursor));

        patch(contest, "organiser", "{\"status\":\"DONE\",\"reason\":\"x\"}")
                .then()
                .statusCode(200);

        as("service")
                .get(list(contest) + "?changedSince=" + cursor)
                .then()
                .body("items.criterion", contains("1.1.1"))
                .body("items.status", contains("DONE"));
        as("service")
                .get(list(contest) + "?changedSince=nonsense")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("changedSince"));
        String first =
                as("service").get(list(contest) + "?size=40&changedSince=start").path("cursor");
        as("service")
                .get(list(contest) + "?size=40&changedSince=" + first)
                .then()
                .body("items", hasSize(40));
    }

    private static String list(Contest contest) {
        return "/v1/cycles/" + contest.cycle() + "/milestones";
    }

    private static Response word(
            Contest contest, RequestSpecification caller, String milestone, String body) {
        return caller.header("If-Match", "*")
                .body(body)
                .patch(contest.assessment() + "/milestones/" + milestone);
    }

    private static Response patch(Contest contest, String role, String body) {
        return (role.equals("officer") ? as(role, contest.unit()) : as(role))
                .header("If-Match", "*")
                .body(body)
                .patch(contest.assessment() + "/milestones/1.1.1/1");
    }
}
