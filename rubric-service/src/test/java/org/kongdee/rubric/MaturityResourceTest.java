package org.kongdee.rubric;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshKey;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.test.StackResource;

/** A maturity model of another field, from its import to a ranking by group. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MaturityResourceTest {

    private final String rubric = freshKey("m");
    private final String cycle = freshKey("c");

    @Test
    void isCarriedFromImportToARankingByGroup() {
        prepare();
        String small = enrolled("SMALL");
        String smaller = enrolled("SMALL");
        String large = enrolled("LARGE");
        open().then().statusCode(200);

        // Everything that a small unit can win, less 1 point of 5 for complaints.
        claimAll(small, false);
        claim(small, "1.1.9", "{\"value\":1}").then().statusCode(201);
        result(small)
                .then()
                .body("points", equalTo(9.88f))
                .body("max", equalTo(10))
                .body("percent", equalTo(98.8f))
                .body("rating", equalTo("OPTIMISED"))
                .body("ratingTitle.th", equalTo("Optimised"))
                .body("withheld", empty())
                .body("criteria", equalTo(55))
                .body("scored", equalTo(51))
                .body("nodes[0].label", equalTo("๑"))
                .body("nodes[0].nodes[0].points", equalTo(4))
                .body("nodes[0].nodes[0].max", equalTo(5))
                .body("nodes[0].nodes[0].nodes[4].deducts", equalTo(true))
                .body("nodes[0].nodes[0].nodes[2].asked", equalTo(false))
                .body("nodes[0].nodes[0].nodes[2].applicable", equalTo(false))
                .body("nodes[0].nodes[0].nodes[2].scored", equalTo(false));

        // What only large units have cannot be claimed, and is on no list of a small one.
        claim(small, "1.1.3", "{\"rung\":1}")
                .then()
                .statusCode(404)
                .body("detail", containsString("is not for units of the group 'SMALL'"));
        as("automation")
                .body(
                        "[{\"unit\":\"%s\",\"criterion\":\"1.1.3\",\"claim\":{\"rung\":1}}]"
                                .formatted(small))
                .post("/v1/cycles/%s/scores".formatted(cycle))
                .then()
                .statusCode(200)
                .body("outcomes[0].status", equalTo(422))
                .body("outcomes[0].problem.type", containsString("unknown-criterion"));
        as("officer", small)
                .get(assessment(small) + "/sheet")
                .then()
                .statusCode(200)
                .body("criteria", hasSize(55))
                .body("criteria.code", not(hasItems("1.1.3")))
                .body("criteria[2].deducts", equalTo(true))
                .body("criteria[0].label", equalTo("๑"))
                .body("totals.claimed", equalTo(9.88f));
        as("officer", small)
                .get(assessment(small) + "/readiness")
                .then()
                .body("criteria", hasSize(55))
                .body("criteria.find { it.criterion == '1.1.9' }.missing", empty());
        as("officer", small)
                .get(assessment(small) + "/next-steps")
                .then()
                .body("items.criterion", not(hasItems("1.1.9", "1.1.3")));

        // A gate that is not met: the domain counts 0, and the rating is held back.
        claimAll(large, true);
        claim(large, "5.1.1", "{\"rung\":0}").then().statusCode(200);
        claim(large, "1.1.3", "{\"rung\":0}").then().statusCode(200);
        result(large)
                .then()
                .body("percent", equalTo(88.2f))
                .body("rating", equalTo("MANAGED"))
                .body("nodes[4].points", equalTo(0))
                .body("nodes[4].unmet.criterion", contains("5.1.1"))
                .body("nodes[4].unmet[0].required", equalTo(1))
                .body("nodes[4].unmet[0].points", equalTo(0))
                .body("nodes[4].unmet[0].because.en", containsString("needs 1 points and has 0"))
                .body("withheld", empty());
        claim(large, "5.1.1", "{\"rung\":1}").then().statusCode(200);
        result(large)
                .then()
                .body("percent", equalTo(97.8f))
                .body("rating", equalTo("MANAGED"))
                .body("withheld.rating", contains("OPTIMISED"))
                .body("withheld[0].title.en", equalTo("Optimised"))
                .body("withheld[0].unmet.criterion", contains("1.1.3"));

        as("viewer")
                .get("/v1/cycles/%s/ranking".formatted(cycle))
                .then()
                .body("items.unit", contains(small, large, smaller))
                .body("items.rank", contains(1, 2, 3))
                .body("items.group", contains("SMALL", "LARGE", "SMALL"));
        as("viewer")
                .get("/v1/cycles/%s/ranking?group=SMALL".formatted(cycle))
                .then()
                .body("items.unit", contains(small, smaller))
                .body("items.rank", contains(1, 2))
                .body("total", equalTo(2));
        as("viewer")
                .get("/v1/cycles/%s/ranking?group=SMALL&page=1&size=1".formatted(cycle))
                .then()
                .body("items.unit", contains(smaller))
                .body("items.rank", contains(2));
        as("viewer")
                .accept("application/x-ndjson")
                .get("/v1/cycles/%s/ranking?group=LARGE".formatted(cycle))
                .then()
                .body(containsString("\"rank\":1,\"unit\":\"%s\"".formatted(large)))
                .body(not(containsString(small)));
        as("viewer")
                .get("/v1/cycles/%s/ranking?group=HUGE".formatted(cycle))
                .then()
                .statusCode(422)
                .body("type", containsString("unknown-group"))
                .body("errors[0].parameter", equalTo("group"));
        as("organiser")
                .get("/v1/cycles/%s/assessments?group=LARGE".formatted(cycle))
                .then()
                .body("items.unit", contains(large))
                .body("total", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                  | name the group of the unit: SMALL, LARGE",
                "{\"group\":\"HUGE\"} | there is no group 'HUGE'; the groups are SMALL, LARGE",
            })
    void enrolmentNamesAGroupOfTheRubric(String body, String told) {
        prepare();
        String unit = unit();

        as("organiser")
                .body(body)
                .put(assessment(unit))
                .then()
                .statusCode(422)
                .body("type", containsString("unknown-group"))
                .body("errors[0].pointer", equalTo("/group"))
                .body("errors[0].detail", equalTo(told));
        as("organiser").get(assessment(unit)).then().statusCode(404);
    }

    @Test
    void manyAreEnrolledInTheirGroups() {
        prepare();
        String first = unit();
        String second = unit();
        String third = unit();
        as("organiser")
                .body(
                        """
                        [{"unit":"%s","group":"SMALL"},{"unit":"%s","group":"LARGE"},{"unit":"%s"},{"unit":"%s","group":"LARGE"}]
                        """
                                .formatted(first, second, third, first))
                .post("/v1/cycles/%s/assessments".formatted(cycle))
                .then()
                .statusCode(200)
                .body("outcomes.status", contains(201, 201, 422, 422))
                .body("outcomes[2].problem.type", containsString("unknown-group"))
                .body("outcomes[3].problem.type", containsString("duplicate-line"));
        as("organiser")
                .body(
                        "[{\"unit\":\"%s\",\"group\":\"SMALL\"},{\"unit\":\"%s\",\"group\":\"SMALL\"}]"
                                .formatted(first, second))
                .post("/v1/cycles/%s/assessments".formatted(cycle))
                .then()
                .body("outcomes.status", contains(200, 409))
                .body("outcomes[1].problem.type", containsString("in-another-group"));
    }

    @Test
    void aUnitChangesItsGroupWhileTheCycleIsADraft() {
        prepare();
        String unit = enrolled("SMALL");
        String etag = as("organiser").get(assessment(unit)).header("ETag");

        enrol(unit, "LARGE").then().statusCode(428);
        enrol(unit, "SMALL").then().statusCode(200).header("ETag", equalTo(etag));
        as("organiser")
                .header("If-Match", etag)
                .body("{\"group\":\"LARGE\"}")
                .put(assessment(unit))
                .then()
                .statusCode(200)
                .body("group", equalTo("LARGE"))
                .header("ETag", not(equalTo(etag)));
        as("organiser")
                .header("If-Match", etag)
                .body("{\"group\":\"SMALL\"}")
                .put(assessment(unit))
                .then()
                .statusCode(412);
        open().then().statusCode(200);
        result(unit).then().body("criteria", equalTo(105));
        as("organiser")
                .header("If-Match", "*")
                .body("{\"group\":\"SMALL\"}")
                .put(assessment(unit))
                .then()
                .statusCode(409)
                .body("type", containsString("cycle-open"));
    }

    /** The rubric of a draft can change, and its groups with it. */
    @Test
    void aCycleDoesNotOpenWithGroupsThatItsRubricDoesNotHave() {
        prepare();
        String unit = enrolled("LARGE");
        String without = freshKey("m");
        publish(without, MaturityModel.document(without).replace("LARGE", "BIG"));
        as("organiser")
                .header("If-Match", "*")
                .body(cycleOf(without))
                .put("/v1/cycles/" + cycle)
                .then()
                .statusCode(200);

        // Until then it is shown by the rubric that it would have.
        result(unit).then().statusCode(200).body("points", equalTo(0));
        open().then()
                .statusCode(422)
                .body("type", containsString("unknown-group"))
                .body(
                        "errors[0].detail",
                        equalTo(
                                "unit %s: there is no group 'LARGE'; the groups are SMALL, BIG"
                                        .formatted(unit)));
        as("organiser")
                .header("If-Match", "*")
                .body("{\"group\":\"BIG\"}")
                .put(assessment(unit))
                .then()
                .statusCode(200);
        open().then().statusCode(200);
    }

    @Test
    void aPlanNamesOnlyWhatItsUnitHas() {
        prepare();
        String unit = enrolled("SMALL");

        as("organiser")
                .body("{\"criteria\":{\"1.1.3\":{\"text\":{\"en\":\"Later\"}}}}")
                .put(assessment(unit) + "/plan")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/criteria/1.1.3"));
    }

    @Test
    void evaluatesByGroup() {
        prepare();
        String evaluate = "/v1/rubrics/%s/versions/1/evaluate".formatted(rubric);
        String body =
                """
                {"period":{"start":"2021-08-01","end":"2022-07-30"},%s"claims":{"1.1.1":{"rung":3},"1.1.9":{"value":2}},"confirmed":true}
                """;

        as("viewer")
                .body(body.formatted("\"group\":\"SMALL\","))
                .post(evaluate)
                .then()
                .statusCode(200)
                .body("criteria", hasSize(55))
                .body("nodes[0].nodes[0].points", equalTo(1))
                .body("nodes[0].nodes[0].max", equalTo(5))
                .body("nodes[4].unmet.criterion", contains("5.1.1"));
        as("viewer")
                .body(body.formatted(""))
                .post(evaluate)
                .then()
                .statusCode(422)
                .body("type", containsString("unknown-group"));
    }

    /** A rubric without groups takes no group. */
    @Test
    void aRubricWithoutGroupsTakesNone() {
        Contest contest = Contest.prepared();

        as("organiser").get(contest.assessment()).then().body("group", nullValue());
        as("organiser")
                .header("If-Match", "*")
                .body("{\"group\":\"SMALL\"}")
                .put(contest.assessment())
                .then()
                .statusCode(422)
                .body(
                        "errors[0].detail",
                        equalTo("the rubric has no groups of units; leave it out"));
    }

    private void prepare() {
        publish(rubric, MaturityModel.document(rubric));
        as("organiser").body(cycleOf(rubric)).put("/v1/cycles/" + cycle).then().statusCode(201);
    }

    private static void publish(String rubric, String document) {
        Contest.importing(document)
                .then()
                .statusCode(201)
                .body("criteria", equalTo(105))
                .body("warnings", everyItem(is(nullValue())));
        as("author")
                .post("/v1/rubrics/%s/versions/1/publish".formatted(rubric))
                .then()
                .statusCode(200);
    }

    private static String cycleOf(String rubric) {
        return """
        {"rubric":"%s","version":"1","period":{"start":"2021-08-01","end":"2022-07-30"}}
        """
                .formatted(rubric);
    }

    private Response open() {
        return as("organiser").post("/v1/cycles/" + cycle + "/open");
    }

    private static String unit() {
        String unit = freshUnit();
        Contest.unit(unit);
        return unit;
    }

    private String enrolled(String group) {
        String unit = unit();
        enrol(unit, group).then().statusCode(201).body("group", equalTo(group));
        return unit;
    }

    private Response enrol(String unit, String group) {
        return as("organiser").body("{\"group\":\"%s\"}".formatted(group)).put(assessment(unit));
    }

    private String assessment(String unit) {
        return "/v1/cycles/%s/assessments/%s".formatted(cycle, unit);
    }

    private Response result(String unit) {
        return as("organiser").get(assessment(unit) + "/result");
    }

    private Response claim(String unit, String criterion, String claim) {
        RequestSpecification officer = as("officer", unit);
        String score = assessment(unit) + "/scores/" + criterion;
        if (as("officer", unit).get(score).statusCode() == 200) {
            officer.header("If-Match", "*");
        }
        return officer.body("{\"claim\":" + claim + "}").put(score);
    }

    /** Everything that can be won, nothing that deducts. */
    private void claimAll(String unit, boolean large) {
        List<String> lines = new ArrayList<>();
        IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(d -> IntStream.rangeClosed(1, 5).mapToObj(p -> d + "." + p))
                .forEach(
                        practice -> {
                            lines.add(line(unit, practice + ".1", "{\"rung\":3}"));
                            lines.add(line(unit, practice + ".2", "{\"met\":true}"));
                            if (large) {
                                lines.add(line(unit, practice + ".3", "{\"rung\":2}"));
                                lines.add(line(unit, practice + ".4", "{\"value\":2}"));
                            }
                        });
        as("automation")
                .body("[" + String.join(",", lines) + "]")
                .post("/v1/cycles/%s/scores".formatted(cycle))
                .then()
                .statusCode(200)
                .body("rejected", equalTo(0));
    }

    private static String line(String unit, String criterion, String claim) {
        return "{\"unit\":\"%s\",\"criterion\":\"%s\",\"claim\":%s}"
                .formatted(unit, criterion, claim);
    }
}
