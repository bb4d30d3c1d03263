package org.kongdee.rubric.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;
import static org.kongdee.rubric.Api.freshKey;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.Contest;
import org.kongdee.rubric.EvidenceFake;
import org.kongdee.rubric.Filed;
import org.kongdee.test.StackResource;

/** What a league table says of why units stand where they do. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@WithTestResource(EvidenceFake.class)
class RankingResourceTest {

    /** Of 100 points 90 stand in the first area; either may not apply. */
    private static final String RUBRIC =
            """
            rubric: %s
            version: "1"
            title: {en: Areas}
            aggregate: sum
            bands: [{code: A, from: 85, title: {en: Good}}]
            nodes:
              - code: "1"
                title: {en: First}
                aggregate: sum
                nodes:
                  - {code: "1.1", title: {en: Survey}, scheme: numeric, min: 0, max: 90, notApplicable: allowed}
              - code: "2"
                title: {en: Second}
                aggregate: sum
                nodes:
                  - {code: "2.1", title: {en: Plan}, scheme: numeric, min: 0, max: 10, notApplicable: allowed}
            """;

    @Test
    void whatLooksTheSameIsToldApartByTheExactPercent() {
        Contest contest = areas();
        String second = enrolled(contest);
        String third = enrolled(contest);
        claim(contest, contest.unit(), "1.1", "85.001");
        claim(contest, second, "1.1", "85");
        claim(contest, third, "1.1", "84.999");

        ranking(contest)
                .body("items.unit", contains(contest.unit(), second, third))
                .body("items.rank", contains(1, 2, 3))
                .body("items.points", contains(85, 85, 85))
                .body("items.percent", contains(85, 85, 85))
                .body("items.rating", contains("A", "A", "A"))
                .body("items.exact", contains("85.001", "85", "84.999"))
                .body("items.max", contains(100, 100, 100))
                .body("items[0].title.th", equalTo("หน่วยงาน"))
                .body("items[0].nodes.'1'.points", equalTo(85))
                .body("items[0].nodes.'1'.max", equalTo(90))
                .body("items[0].nodes.'2'.points", equalTo(0))
                .body("items[0].nodes.'2'.max", equalTo(10));
    }

    @Test
    void aPercentThatDoesNotEndIsAFraction() {
        Contest contest = areas();
        claim(contest, contest.unit(), "1.1", "1");
        notApplicable(contest, contest.unit(), "2.1");

        ranking(contest)
                .body("items[0].exact", equalTo("10/9"))
                .body("items[0].percent", equalTo(1.11f))
                .body("items[0].max", equalTo(90))
                .body("items[0].nodes.'2'.points", nullValue())
                .body("items[0].nodes.'2'.max", nullValue());
    }

    @Test
    void aUnitToWhichNothingAppliesIsUnrankedAndLast() {
        Contest contest = areas();
        String none = enrolled(contest);
        for (String unit : List.of(contest.unit(), none)) {
            notApplicable(contest, unit, "1.1");
            notApplicable(contest, unit, "2.1");
        }
        String nothing = enrolled(contest);

        ranking(contest)
                .body("items.rank", contains(1, null, null))
                .body("items[0].unit", equalTo(nothing))
                .body("items[1].points", nullValue())
                .body("items[1].max", nullValue())
                .body("items[1].exact", nullValue())
                .body("items[1].backed", nullValue());
        as("viewer")
                .get(path(contest) + "?size=1&page=2")
                .then()
                .statusCode(200)
                .body("items.rank", contains((Object) null))
                .body("total", equalTo(3));
        List<JsonPath> lines = lines(contest);
        assertThat(lines).extracting(line -> line.get("rank")).containsExactly(1, null, null);
        assertThat(lines.getFirst().getString("unit")).isEqualTo(nothing);
    }

    /** A claim counts as far as it is backed; what is backed and not claimed does not count. */
    @Test
    void backedIsTheLowerOfPointsAndEvidenceForEachCriterion() {
        Contest contest = Contest.open();
        contest.put("1.1.2", "{\"rung\":2}").then().statusCode(201);
        contest.put("1.1.1", "{\"rung\":3}").then().statusCode(201);
        ranking(contest).body("items[0].points", equalTo(3.5f)).body("items[0].backed", equalTo(0));

        EvidenceFake.items(
                contest,
                Filed.item("1.1.2", "communication").channel("line").accepted(),
                Filed.item("1.1.3", "communication").channel("line").accepted());

        eventually(() -> ranking(contest).body("items[0].backed", equalTo(1)));
        ranking(contest).body("items[0].points", equalTo(3.5f));
        assertThat(lines(contest).getFirst().getInt("backed")).isEqualTo(1);
    }

    private static Contest areas() {
        String rubric = freshKey("r");
        Contest.importing(RUBRIC.formatted(rubric)).then().statusCode(201);
        as("author").post("/v1/rubrics/" + rubric + "/versions/1/publish").then().statusCode(200);
        var contest = new Contest(rubric, freshKey("c"), freshUnit());
        Contest.unit(contest.unit());
        as("organiser")
                .body(
                        "{\"rubric\":\"%s\",\"version\":\"1\",\"period\":{\"start\":\"2021-08-01\",\"end\":\"2022-07-30\"}}"
                                .formatted(rubric))
                .put("/v1/cycles/" + contest.cycle())
                .then()
                .statusCode(201);
        contest.enrol(contest.unit()).then().statusCode(201);
        as("organiser").post("/v1/cycles/" + contest.cycle() + "/open").then().statusCode(200);
        return contest;
    }

    private static String enrolled(Contest contest) {
        String unit = freshUnit();
        Contest.unit(unit);
        contest.enrol(unit).then().statusCode(201);
        return unit;
    }

    private static void claim(Contest contest, String unit, String criterion, String value) {
        put(contest, unit, criterion, "{\"value\":" + value + "}");
    }

    private static void notApplicable(Contest contest, String unit, String criterion) {
        put(contest, unit, criterion, "{\"notApplicable\":\"no such thing here\"}");
        as("organiser").post(score(contest, unit, criterion) + "/confirm").then().statusCode(200);
    }

    private static void put(Contest contest, String unit, String criterion, String claim) {
        as("officer", unit)
                .body("{\"claim\":" + claim + "}")
                .put(score(contest, unit, criterion))
                .then()
                .statusCode(201);
    }

    private static String score(Contest contest, String unit, String criterion) {
        return "/v1/cycles/%s/assessments/%s/scores/%s".formatted(contest.cycle(), unit, criterion);
    }

    private static String path(Contest contest) {
        return "/v1/cycles/" + contest.cycle() + "/ranking";
    }

    private static ValidatableResponse ranking(Contest contest) {
        return as("viewer").get(path(contest)).then().statusCode(200);
    }

    private static List<JsonPath> lines(Contest contest) {
        return as("viewer")
                .accept("application/x-ndjson")
                .get(path(contest))
                .asString()
                .lines()
                .map(JsonPath::from)
                .toList();
    }
}
