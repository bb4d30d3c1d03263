package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.kongdee.test.StackResource;

/** What was read in a list can be changed without reading it alone: its ETag is the same. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ListTagsResourceTest {

    @Test
    void cyclesUnitsAndAssessmentsHaveTheirTags() {
        Contest contest = Contest.unplanned();
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);

        same("/v1/cycles?size=200", "cycle", contest.cycle(), "/v1/cycles/" + contest.cycle());
        same("/v1/units?size=200", "unit", contest.unit(), "/v1/units/" + contest.unit());
        same(
                "/v1/cycles/" + contest.cycle() + "/assessments",
                "unit",
                contest.unit(),
                contest.assessment());
        String line =
                as("viewer")
                        .accept("application/x-ndjson")
                        .get("/v1/cycles/" + contest.cycle() + "/assessments")
                        .asString();
        assertThat(line)
                .contains(
                        "\"etag\":\"%s\""
                                .formatted(tag(contest.assessment()).replace("\"", "\\\"")));
    }

    @Test
    void scoresHaveTheirTags() {
        Contest contest = Contest.unplanned();
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        contest.put("1.1.2", "{\"rung\":1}").then().statusCode(201);

        same(contest.assessment() + "/scores", "criterion", "1.1.2", contest.score("1.1.2"));
        as("officer", contest.unit())
                .header("If-Match", tag(contest.score("1.1.2")))
                .body("{\"claim\":{\"rung\":2}}")
                .put(contest.score("1.1.2"))
                .then()
                .statusCode(200)
                .body("etag", equalTo(tag(contest.score("1.1.2"))));
    }

    @Test
    void milestonesHaveTheirTagsInPagesChangesAndSheets() {
        Contest contest = Contest.open();
        String one = contest.assessment() + "/milestones/2.1/D1";
        String id = "%s:%s:2.1:D1".formatted(contest.cycle(), contest.unit());
        as("officer", contest.unit())
                .header("If-Match", "*")
                .body("{\"status\":\"DONE\",\"reason\":\"on paper\"}")
                .patch(one)
                .then()
                .statusCode(200)
                .body("etag", equalTo(tag(one)));
        String list = "/v1/cycles/" + contest.cycle() + "/milestones?size=200";

        same(list, "id", id, one);
        Api.eventually(() -> same(list + "&changedSince=start", "id", id, one));
        as("viewer")
                .get(contest.assessment() + "/sheet")
                .then()
                .body(
                        "criteria.milestones.flatten().find { it.id == '%s' }.etag".formatted(id),
                        equalTo(tag(one)));
    }

    @Test
    void rubricsHaveTheirTags() {
        Contest contest = Contest.prepared();
        same(
                "/v1/rubrics?rubric=" + contest.rubric(),
                "version",
                "2565",
                "/v1/rubrics/" + contest.rubric() + "/versions/2565");
    }

    @Test
    void outcomesTellTheTagThatIsThereNow() {
        String unit = freshUnit();
        String first =
                "{\"unit\":\"%s\",\"title\":{\"en\":\"One\",\"th\":\"หนึ่ง\"},\"sections\":[]}"
                        .formatted(unit);
        String second = first.replace("One", "Two");
        for (String lines : new String[] {first, first, second}) {
            as("automation")
                    .body("[%s,{\"unit\":\"!\"}]".formatted(lines))
                    .post("/v1/units?overwrite=true")
                    .then()
                    .statusCode(200)
                    .body("outcomes[0].etag", equalTo(tag("/v1/units/" + unit)))
                    .body("outcomes[1].etag", nullValue());
        }
        assertThat(tag("/v1/units/" + unit)).isEqualTo("\"2\"");

        Contest contest = Contest.prepared();
        String enrolments = "/v1/cycles/" + contest.cycle() + "/assessments";
        as("automation")
                .body("[{\"unit\":\"%s\"},{\"unit\":\"%s\"}]".formatted(contest.unit(), unit))
                .post(enrolments)
                .then()
                .statusCode(200)
                .body("outcomes[0].etag", equalTo(tag(contest.assessment())))
                .body("outcomes[1].etag", equalTo(tag(enrolments + "/" + unit)));
        as("organiser").post("/v1/cycles/" + contest.cycle() + "/open").then().statusCode(200);
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        as("automation")
                .body("[{\"unit\":\"%s\"}]".formatted(contest.unit()))
                .post(enrolments)
                .then()
                .body("outcomes[0].etag", equalTo(tag(contest.assessment())));
    }

    private static void same(String list, String key, String value, String one) {
        as("viewer")
                .get(list)
                .then()
                .statusCode(200)
                .body("items.find { it.%s == '%s' }.etag".formatted(key, value), equalTo(tag(one)));
    }

    private static String tag(String path) {
        return as("viewer").get(path).then().statusCode(200).extract().header("ETag");
    }
}
