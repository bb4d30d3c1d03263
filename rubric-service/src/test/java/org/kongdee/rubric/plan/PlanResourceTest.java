package org.kongdee.rubric.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshKey;
import static org.kongdee.rubric.Api.freshUnit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.Contest;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PlanResourceTest {

    private static final String ENTRY =
            """
            {"owners":["LEGAL"],"persons":["slk-legal-head"],"text":{"th":"แจ้งทางหนังสือเวียน"},
             "milestones":[{"code":"1","due":"%s","when":"channels(\\"communication\\") >= 1"}]}
            """;

    @Test
    void aUnitThatHasPlannedNothingHasAnEmptyPlan() {
        Contest contest = Contest.prepared();

        as("officer", contest.unit())
                .get(contest.assessment() + "/plan")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("criteria", anEmptyMap())
                .body("milestones", equalTo(0))
                .body("changedAt", nullValue());
        entry(as("viewer"), contest, "1.1.2").then().statusCode(404);
        as("officer", freshUnit()).get(contest.assessment() + "/plan").then().statusCode(404);
    }

    @Test
    void anOfficerWritesTheWholeInYamlAndReadsItAsJsonAndYaml() {
        Contest contest = Contest.prepared();

        String etag =
                as("officer", contest.unit())
                        .contentType("application/yaml")
                        .body(Contest.plan().getBytes(StandardCharsets.UTF_8))
                        .put(contest.assessment() + "/plan")
                        .then()
                        .statusCode(201)
                        .body("milestones", equalTo(49))
                        .body("by", equalTo("officer-" + contest.unit()))
                        .extract()
                        .header("ETag");

        contest.plan(Contest.plan()).then().statusCode(200).header("ETag", equalTo(etag));
        as("viewer")
                .get(contest.assessment() + "/plan")
                .then()
                .statusCode(200)
                .header("ETag", equalTo(etag))
                .body("criteria.'1.1.2'.owners", contains("LEGAL"))
                .body("criteria.'5.4'.milestones.each", everyItem(equalTo("SECTION")));
        String yaml =
                as("viewer")
                        .accept("application/yaml")
                        .get(contest.assessment() + "/plan")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        contest.plan(yaml).then().statusCode(200).header("ETag", equalTo(etag));
        as("viewer")
                .header("If-None-Match", etag)
                .get(contest.assessment() + "/plan")
                .then()
                .statusCode(304);
    }

    @Test
    void whatIsReadAsJsonCanBeWrittenAgain() {
        Contest contest = Contest.prepared();
        contest.plan(Contest.plan()).then().statusCode(201);
        Response read = as("viewer").get(contest.assessment() + "/plan");

        as("organiser")
                .body(Map.of("criteria", read.<Map<String, Object>>path("criteria")))
                .put(contest.assessment() + "/plan")
                .then()
                .statusCode(200)
                .header("ETag", equalTo(read.header("ETag")));
    }

    @Test
    void everyFaultIsToldAtOnceWithItsPlace() {
        Contest contest = Contest.prepared();

        contest.plan(
                        """
                        criteria:
                          "1.1.2":
                            owners: [LEGALL]
                            milestones:
                              - {code: D1, due: --01-15}
                              - {code: "2", due: 2023-01-15}
                              - {code: "2", due: --02-30, owners: [ALL, PLAN]}
                              - {code: "3", due: --01-15, when: 'count("nothing") >= 1'}
                          "9.9": {owners: [ALL]}
                          "1.1.1":
                            milestones: [{code: "1", due: --01-15}]
                        """)
                .then()
                .statusCode(422)
                .body("type", endsWith("invalid-plan"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/criteria/1.1.2/owners/0",
                                "/criteria/1.1.2/milestones/0/code",
                                "/criteria/1.1.2/milestones/1/due",
                                "/criteria/1.1.2/milestones/2/code",
                                "/criteria/1.1.2/milestones/2/due",
                                "/criteria/1.1.2/milestones/2/owners/0",
                                "/criteria/1.1.2/milestones/3/when",
                                "/criteria/9.9",
                                "/criteria/1.1.1/milestones/0"))
                .body("errors.line", everyItem(notNullValue()))
                .body(
                        "errors.find { it.pointer.endsWith('owners/0') }.detail",
                        containsString("LEGAL"));
        as("viewer").get(contest.assessment() + "/plan").then().body("criteria", anEmptyMap());
    }

    /** Who reads that nothing is planned gets an ETag, and may send it, once. */
    @Test
    void theETagOfAnEmptyPlanMayBeSent() {
        Contest contest = Contest.prepared();
        String etag = as("viewer").get(contest.assessment() + "/plan").header("ETag");
        String plan = "{\"criteria\":{\"1.1.2\":%s}}".formatted(ENTRY.formatted("--01-15"));

        as("officer", contest.unit())
                .header("If-Match", etag)
                .body(plan)
                .put(contest.assessment() + "/plan")
                .then()
                .statusCode(201)
                .header("ETag", not(equalTo(etag)));
        as("officer", contest.unit())
                .header("If-Match", etag)
                .body(plan)
                .put(contest.assessment() + "/plan")
                .then()
                .statusCode(412);
    }

    @Test
    void oneCriterionHasAnETagOfItsOwn() {
        Contest contest = Contest.prepared();
        RequestSpecification nobody = as("officer", freshUnit());

        String etag =
                put(contest, "1.1.2", ENTRY.formatted("--01-15"), "")
                        .then()
                        .statusCode(201)
                        .body("criterion", equalTo("1.1.2"))
                        .body("text.th", equalTo("แจ้งทางหนังสือเวียน"))
                        .body("text.en", nullValue())
                        .body("persons", contains("slk-legal-head"))
                        .extract()
                        .header("ETag");

        put(contest, "1.1.2", ENTRY.formatted("--01-15"), "").then().statusCode(200);
        put(contest, "1.1.2", ENTRY.formatted("--01-20"), "").then().statusCode(428);
        as("officer", contest.unit())
                .header("If-Match", "\"9\"")
                .body(ENTRY.formatted("--01-20"))
                .put(path(contest, "1.1.2"))
                .then()
                .statusCode(412);
        // A draft has no milestones yet, so that nothing moves.
        as("officer", contest.unit())
                .header("If-Match", etag)
                .body(ENTRY.formatted("--01-20"))
                .put(path(contest, "1.1.2"))
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(etag)));
        nobody.body(ENTRY.formatted("--01-15")).put(path(contest, "1.1.3")).then().statusCode(403);
        put(contest, "9.9", ENTRY.formatted("--01-15"), "").then().statusCode(404);
    }

    /** Must hold: 15 January becomes 20 January, with a reason, and everything follows. */
    @Test
    void anOfficerMovesADateWithAReason() {
        Contest contest = Contest.open();
        String list = "/v1/cycles/" + contest.cycle() + "/milestones";
        String cursor = as("service").get(list + "?size=200&changedSince=start").path("cursor");
        String moved =
                """
                {"owners":["LEGAL"],"milestones":[{"code":"1","due":"--01-20","when":"channels(\\"communication\\") >= 3"}]}
                """;

        put(contest, "1.1.2", moved, "").then().statusCode(428);
        as("officer", contest.unit())
                .header("If-Match", "*")
                .body(moved)
                .put(path(contest, "1.1.2"))
                .then()
                .statusCode(422)
                .body("type", endsWith("reason-needed"))
                .body("errors[0].parameter", equalTo("reason"))
                .body("detail", containsString("1.1.2:1"));
        as("officer", contest.unit())
                .header("If-Match", "*")
                .queryParam("reason", "เลื่อนเพราะน้ำท่วม")
                .body(moved)
                .put(path(contest, "1.1.2"))
                .then()
                .statusCode(200);

        String milestone = contest.assessment() + "/milestones/1.1.2/1";
        as("viewer")
                .get(milestone)
                .then()
                .body("due", equalTo("2022-01-20"))
                .body("reason", equalTo("เลื่อนเพราะน้ำท่วม"))
                .body("by", equalTo("officer-" + contest.unit()));
        as("service")
                .get(list + "?changedSince=" + cursor)
                .then()
                .body("items.id", contains(contest.cycle() + ":" + contest.unit() + ":1.1.2:1"))
                .body("items.due", contains("2022-01-20"));
        as("viewer")
                .get(milestone + "/history")
                .then()
                .body("items.due", contains("2022-01-20"))
                .body("items.reason", contains("เลื่อนเพราะน้ำท่วม"));
        as("viewer")
                .get(contest.assessment() + "/plan/history?size=1")
                .then()
                .body("items[0].criterion", equalTo("1.1.2"))
                .body("items[0].reason", equalTo("เลื่อนเพราะน้ำท่วม"))
                .body("items[0].before.milestones[0].due", equalTo("--01-15"))
                .body("items[0].after.milestones[0].due", equalTo("--01-20"))
                .body("items[0].by", equalTo("officer-" + contest.unit()));
        as("officer", "SLK")
                .header("If-Match", "*")
                .queryParam("reason", "mine")
                .body(moved)
                .put(path(contest, "1.1.2"))
                .then()
                .statusCode(403);
        as("viewer", contest.unit()).body(moved).put(path(contest, "1.1.2")).then().statusCode(403);
    }

    @Test
    void whatWasDoneStaysDoneWhateverBecomesOfThePlan() {
        Contest contest = Contest.open();
        String milestone = contest.assessment() + "/milestones/1.1.2/1";
        as("officer", contest.unit())
                .header("If-Match", "*")
                .body("{\"status\":\"DONE\",\"reason\":\"on paper\"}")
                .patch(milestone)
                .then()
                .statusCode(200);

        as("officer", contest.unit())
                .header("If-Match", "*")
                .delete(path(contest, "1.1.2"))
                .then()
                .statusCode(422)
                .body("type", endsWith("reason-needed"));
        as("officer", contest.unit())
                .header("If-Match", "*")
                .queryParam("reason", "not ours")
                .delete(path(contest, "1.1.2"))
                .then()
                .statusCode(204);
        as("viewer")
                .get(milestone)
                .then()
                .body("status", equalTo("CANCELLED"))
                .body("reason", equalTo("not ours"))
                .body("settled.answer", equalTo("on paper"));
        put(contest, "1.1.2", ENTRY.formatted("--01-31"), "").then().statusCode(201);

        as("viewer")
                .get(milestone)
                .then()
                .body("status", equalTo("DONE"))
                .body("due", equalTo("2022-01-31"))
                .body("settled.by", equalTo("officer-" + contest.unit()));
        as("viewer")
                .get(milestone + "/history")
                .then()
                .body("items.status", contains("DONE", "CANCELLED", "DONE"));
    }

    @Test
    void jointToEachCancelsTheOldRowAndPlansNewOnes() {
        Contest contest = Contest.open();
        String each =
                """
                {"owners":["LEGAL","PLAN"],"milestones":[{"code":"1","due":"--01-15","each":"SECTION"}]}
                """;

        as("officer", contest.unit())
                .header("If-Match", "*")
                .queryParam("reason", "both")
                .body(each)
                .put(path(contest, "1.1.2"))
                .then()
                .statusCode(200);

        as("viewer")
                .get(rows(contest))
                .then()
                .body(
                        "items.findAll { it.criterion == '1.1.2' }.collect { it.section + ' ' + it.status }",
                        containsInAnyOrder("null CANCELLED", "LEGAL PLANNED", "PLAN PLANNED"))
                // Nobody's rule meets it.
                .body(
                        "items.findAll { it.section == 'PLAN' && it.criterion == '1.1.2' }.missing.en.flatten()",
                        contains("done when somebody says so"));
        as("officer", contest.unit())
                .header("If-Match", "*")
                .queryParam("reason", "one after all")
                .body(ENTRY.formatted("--01-15"))
                .put(path(contest, "1.1.2"))
                .then()
                .statusCode(200);
        as("viewer")
                .get(rows(contest))
                .then()
                .body(
                        "items.findAll { it.criterion == '1.1.2' }.collect { it.section + ' ' + it.status }",
                        containsInAnyOrder("null PLANNED", "LEGAL CANCELLED", "PLAN CANCELLED"));
    }

    @Test
    void anOrganisersDayOfADeadlineOutlivesThePlan() {
        Contest contest = Contest.open();
        as("organiser")
                .header("If-Match", "*")
                .body("{\"due\":\"2021-12-15\",\"reason\":\"flood\"}")
                .patch(contest.assessment() + "/milestones/2.1/D1")
                .then()
                .statusCode(200);

        as("officer", contest.unit())
                .header("If-Match", "*")
                .body("{\"owners\":[\"FINANCE\"]}")
                .put(path(contest, "2.1") + "?reason=x")
                .then()
                .statusCode(200);

        as("viewer")
                .get(contest.assessment() + "/milestones/2.1/D1")
                .then()
                .body("due", equalTo("2021-12-15"))
                .body("sections", contains("FINANCE"));
    }

    /** Must hold: two sections that write different criteria at once both succeed. */
    @Test
    void sectionsWriteSideBySide() throws Exception {
        Contest contest = Contest.open();
        List<String> criteria = List.of("1.2.1", "1.2.2", "1.3.1", "1.3.2");
        var begin = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers =
                    criteria.stream()
                            .map(
                                    code ->
                                            executor.submit(
                                                    () -> {
                                                        begin.await();
                                                        return as("officer", contest.unit())
                                                                .header("If-Match", "*")
                                                                .queryParam("reason", "x")
                                                                .body(
                                                                        "{\"owners\":[\"SUPPLY\"],\"milestones\":[{\"code\":\"1\",\"due\":\"--04-01\"}]}")
                                                                .put(path(contest, code))
                                                                .statusCode();
                                                    }))
                            .toList();
            begin.countDown();
            for (Future<Integer> writer : writers) {
                assertThat(writer.get()).isEqualTo(200);
            }
        }

        for (String code : criteria) {
            as("viewer")
                    .get(contest.assessment() + "/milestones/" + code + "/1")
                    .then()
                    .body("due", equalTo("2022-04-01"))
                    .body("sections", contains("SUPPLY"));
        }
    }

    /** Must hold: another division has no foreign owner, and sees what of a plan has no place. */
    @Test
    void anotherDivisionCopiesThePlanWithAMapOfThreeSections() {
        Contest contest = Contest.open();
        String other = freshUnit();
        as("organiser")
                .body(
                        """
                        {"title":{"en":"Evaluation Centre","th":"ศูนย์ประเมินผล"},"sections":[
                          {"code":"EVAL1","title":{"en":"First","th":"ส่วนที่ 1"}},
                          {"code":"EVAL2","title":{"en":"Second","th":"ส่วนที่ 2"}},
                          {"code":"EVAL3","title":{"en":"Third","th":"ส่วนที่ 3"}}]}
                        """)
                .put("/v1/units/" + other)
                .then()
                .statusCode(201);
        contest.enrol(other).then().statusCode(201);
        String assessment = "/v1/cycles/" + contest.cycle() + "/assessments/" + other;
        String copy =
                """
                {"cycle":"%s","unit":"%s","sections":{"LEGAL":"EVAL1","PLAN":"EVAL2","FINANCE":"EVAL3"},"dryRun":%s}
                """;

        as("officer", other)
                .body(copy.formatted(contest.cycle(), contest.unit(), true))
                .post(assessment + "/plan/copy")
                .then()
                .statusCode(403);
        Response tried =
                as("organiser")
                        .body(copy.formatted(contest.cycle(), contest.unit(), true))
                        .post(assessment + "/plan/copy");
        tried.then()
                .statusCode(200)
                .body("holes.path", not(empty()))
                .body("holes.why.en", everyItem(not(containsString("null"))))
                .body("holes.why.th", hasItem(containsString("ไม่มีส่วน/ฝ่ายที่ตรงกัน")));
        as("viewer").get(assessment + "/plan").then().body("criteria", anEmptyMap());
        as("organiser")
                .body(copy.formatted(contest.cycle(), contest.unit(), false))
                .post(assessment + "/plan/copy")
                .then()
                .statusCode(200)
                .body("milestones", equalTo(tried.path("milestones")))
                .body("holes", hasSize(tried.<List<?>>path("holes").size()));

        List<List<String>> owners =
                as("viewer")
                        .get(
                                "/v1/cycles/%s/milestones?size=200&unit=%s"
                                        .formatted(contest.cycle(), other))
                        .path("items.sections");
        assertThat(owners).isNotEmpty();
        assertThat(owners.stream().flatMap(List::stream).distinct())
                .containsOnly("ALL", "EVAL1", "EVAL2", "EVAL3");
        as("viewer")
                .get(assessment + "/plan")
                .then()
                .body("criteria.values().persons.flatten()", empty())
                .body("criteria.'1.1.2'.owners", contains("EVAL1"))
                // Of a section without a counterpart the words come along, and the hole is told.
                .body("criteria.'1.3.1'.owners", empty())
                .body("criteria.'1.3.1'.milestones", empty());
        assertThat(tried.<List<String>>path("holes.path"))
                .contains("/criteria/1.3.1/owners/0", "/criteria/1.3.1/milestones/0");
        as("organiser")
                .body(copy.formatted(contest.cycle(), contest.unit(), true))
                .post(assessment + "/plan/copy")
                .then()
                .statusCode(409)
                .body("type", endsWith("plan-exists"));
        as("organiser")
                .body(
                        "{\"cycle\":\"%s\",\"unit\":\"%s\",\"sections\":{\"LEGAL\":\"NOBODY\"}}"
                                .formatted(contest.cycle(), contest.unit()))
                .post(assessment + "/plan/copy")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/sections/LEGAL"));
    }

    @Test
    void lastYearsPlanServesThisYear() {
        Contest last = Contest.prepared();
        last.plan(Contest.plan()).then().statusCode(201);
        Contest next = Contest.prepared();
        as("organiser")
                .put("/v1/cycles/%s/assessments/%s".formatted(next.cycle(), last.unit()))
                .then()
                .statusCode(201);

        as("officer", last.unit())
                .body("{\"cycle\":\"%s\"}".formatted(last.cycle()))
                .post("/v1/cycles/%s/assessments/%s/plan/copy".formatted(next.cycle(), last.unit()))
                .then()
                .statusCode(200)
                .body("milestones", equalTo(49))
                .body("holes", empty());
    }

    @Test
    void aUnitsNewSectionsAreTakenOver() {
        Contest contest = Contest.open();
        sections(contest, "LAW", "PLAN", "NEW");
        String path = contest.assessment() + "/sections";

        as("officer", contest.unit()).body("{\"reason\":\"x\"}").post(path).then().statusCode(403);
        as("organiser")
                .body("{\"reason\":\"x\",\"renamed\":{\"LEGAL\":\"NOBODY\"}}")
                .post(path)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/renamed/LEGAL"));
        as("organiser")
                .body(
                        "{\"reason\":\"reorganised\",\"renamed\":{\"LEGAL\":\"LAW\"},\"dryRun\":true}")
                .post(path)
                .then()
                .statusCode(200)
                .body("joined", containsInAnyOrder("LAW", "NEW"));
        as("viewer").get(contest.assessment()).then().body("sections", hasSize(9));

        as("organiser")
                .body("{\"reason\":\"reorganised\",\"renamed\":{\"LEGAL\":\"LAW\"}}")
                .post(path)
                .then()
                .statusCode(200)
                .body("sections.code", contains("LAW", "PLAN", "NEW"))
                .body("gone", hasSize(8))
                .body("holes", not(empty()));

        as("viewer").get(contest.assessment()).then().body("sections", hasSize(3));
        as("viewer")
                .get(contest.assessment() + "/plan")
                .then()
                .body("criteria.'1.1.2'.owners", contains("LAW"));
        as("viewer")
                .get(contest.assessment() + "/milestones/1.1.2/1")
                .then()
                .body("status", equalTo("PLANNED"))
                .body("sections", contains("LAW"));
        as("viewer")
                .get(contest.assessment() + "/milestones/7.3.1/1?section=FINANCE")
                .then()
                .body("status", equalTo("CANCELLED"))
                .body("reason", equalTo("reorganised"));
        // The days are long over: a section that has just joined owes nothing of them.
        as("viewer")
                .get(contest.assessment() + "/milestones/7.3.1/1?section=NEW")
                .then()
                .statusCode(422);
        as("viewer")
                .get(contest.assessment() + "/plan/history?size=1")
                .then()
                .body("items.reason", contains("reorganised"));
    }

    /** A plan that was right once is looked at again when its cycle opens. */
    @Test
    void aCycleDoesNotOpenOverAPlanThatHasFaultsNow() {
        Contest contest = Contest.prepared();
        put(contest, "1.1.2", ENTRY.formatted("2022-01-15"), "").then().statusCode(201);
        as("organiser")
                .header("If-Match", "*")
                .body(
                        """
                        {"rubric":"%s","version":"2565","period":{"start":"2022-08-01","end":"2023-07-30"}}
                        """
                                .formatted(contest.rubric()))
                .put("/v1/cycles/" + contest.cycle())
                .then()
                .statusCode(200);

        as("organiser")
                .post("/v1/cycles/" + contest.cycle() + "/open")
                .then()
                .statusCode(422)
                .body("type", endsWith("invalid-plan"))
                .body("errors.pointer", contains("/criteria/1.1.2/milestones/0/due"))
                .body("errors[0].detail", containsString(contest.unit()));
        as("viewer").get("/v1/cycles/" + contest.cycle()).then().body("status", equalTo("DRAFT"));
    }

    /** A deadline of the rubric that the cycle leaves out is told with the plan. */
    @Test
    void aDeadlineOutsideTheCycleIsLeftOutAndReported() {
        var contest = new Contest(freshKey("r"), freshKey("c"), freshUnit());
        Contest.importing(
                        """
                        rubric: %s
                        version: "1"
                        title: {th: "เกณฑ์"}
                        aggregate: sum
                        nodes:
                          - code: a
                            title: {th: "ข้อหนึ่ง"}
                            scheme: binary
                            points: 1
                            deadlines:
                              - {code: D1, due: --09-30, title: {th: "ส่ง"}}
                          - code: b
                            title: {th: "ข้อสอง"}
                            scheme: binary
                            points: 1
                            deadlines:
                              - {code: D1, due: --06-30, title: {th: "ส่ง"}}
                        """
                                .formatted(contest.rubric()))
                .then()
                .statusCode(201);
        as("author")
                .post("/v1/rubrics/" + contest.rubric() + "/versions/1/publish")
                .then()
                .statusCode(200);
        as("organiser")
                .body(
                        """
                        {"rubric":"%s","version":"1","period":{"start":"2021-08-01","end":"2022-01-31"}}
                        """
                                .formatted(contest.rubric()))
                .put("/v1/cycles/" + contest.cycle())
                .then()
                .statusCode(201);
        Contest.unit(contest.unit());
        contest.enrol(contest.unit()).then().statusCode(201);

        as("organiser").post("/v1/cycles/" + contest.cycle() + "/open").then().statusCode(200);

        as("viewer")
                .get("/v1/cycles/" + contest.cycle() + "/milestones")
                .then()
                .body("items.criterion", contains("a"))
                // What is written in one language shows in both.
                .body("items[0].title.en", equalTo("ส่ง"));
        as("viewer")
                .get(contest.assessment() + "/plan")
                .then()
                .body("warnings.message.en", contains(containsString("D1 of b")));
    }

    @Test
    void theFormatHasASchema() {
        as("viewer")
                .get("/v1/plan-schema")
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body("properties.criteria.type", equalTo("object"));
    }

    @Test
    void aClosedCyclesPlanStays() {
        Contest contest = Contest.open();
        as("organiser").post("/v1/cycles/" + contest.cycle() + "/close").then().statusCode(200);

        put(contest, "9.9", ENTRY.formatted("--01-15"), "").then().statusCode(409);
        as("organiser")
                .header("If-Match", "*")
                .body("{\"criteria\":{}}")
                .put(contest.assessment() + "/plan?reason=x")
                .then()
                .statusCode(409)
                .body("type", endsWith("cycle-state"));
    }

    @Test
    void theWholeIsReplacedAndWhatIsNotInItGoes() {
        Contest contest = Contest.open();

        as("organiser")
                .header("If-Match", "*")
                .body("{\"criteria\":{\"1.1.2\":" + ENTRY.formatted("--01-15") + "}}")
                .put(contest.assessment() + "/plan?reason=anew")
                .then()
                .statusCode(200)
                .body("criteria", aMapWithSize(1));

        as("viewer")
                .get("/v1/cycles/" + contest.cycle() + "/milestones?size=200&status=CANCELLED")
                .then()
                .body("total", equalTo(96));
        as("viewer")
                .get("/v1/cycles/" + contest.cycle() + "/milestones?size=200&status=PLANNED")
                .then()
                .body("total", equalTo(5));
    }

    private static void sections(Contest contest, String... codes) {
        String sections =
                String.join(
                        ",",
                        List.of(codes).stream()
                                .map(
                                        code ->
                                                "{\"code\":\"%s\",\"title\":{\"en\":\"%s\",\"th\":\"%s\"}}"
                                                        .formatted(code, code, code))
                                .toList());
        as("organiser")
                .header("If-Match", "*")
                .body(
                        "{\"title\":{\"en\":\"Unit\",\"th\":\"หน่วยงาน\"},\"sections\":["
                                + sections
                                + "]}")
                .put("/v1/units/" + contest.unit())
                .then()
                .statusCode(200);
    }

    private static String rows(Contest contest) {
        return "/v1/cycles/%s/milestones?size=200&unit=%s"
                .formatted(contest.cycle(), contest.unit());
    }

    private static Response put(Contest contest, String criterion, String body, String reason) {
        return as("officer", contest.unit()).body(body).put(path(contest, criterion) + reason);
    }

    private static Response entry(RequestSpecification caller, Contest contest, String criterion) {
        return caller.get(path(contest, criterion));
    }

    private static String path(Contest contest, String criterion) {
        return contest.assessment() + "/plan/criteria/" + criterion;
    }
}
