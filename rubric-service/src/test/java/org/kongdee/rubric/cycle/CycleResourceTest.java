package org.kongdee.rubric.cycle;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.freshKey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.Api;
import org.kongdee.rubric.Contest;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CycleResourceTest {

    @Test
    void aCycleGoesFromDraftToOpenToClosedAndNoOtherWay() {
        Contest contest = Contest.prepared();
        String path = "/v1/cycles/" + contest.cycle();

        as("viewer")
                .get(path)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("timeZone", equalTo("Asia/Bangkok"))
                .body("claimsWithoutEvidence", equalTo("FLAG"));
        as("organiser").post(path + "/close").then().statusCode(409);
        as("organiser").post(path + "/open").then().statusCode(200).body("status", equalTo("OPEN"));
        as("organiser").post(path + "/open").then().statusCode(409);
        as("organiser")
                .post(path + "/close")
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        as("organiser").post(path + "/open").then().statusCode(409);
        as("organiser").put(contest.assessment()).then().statusCode(409);
    }

    @Test
    void anOpenCycleKeepsItsRubricAndPeriod() {
        Contest contest = Contest.open();
        String body =
                "{\"rubric\":\"%s\",\"version\":\"2565\",\"period\":{\"start\":\"2021-08-01\",\"end\":\"%s\"},\"claimsWithoutEvidence\":\"%s\"}";

        as("organiser")
                .header("If-Match", "*")
                .body(body.formatted(contest.rubric(), "2022-07-29", "FLAG"))
                .put("/v1/cycles/" + contest.cycle())
                .then()
                .statusCode(409);
        as("organiser")
                .header("If-Match", "*")
                .body(body.formatted(contest.rubric(), "2022-07-30", "REFUSE"))
                .put("/v1/cycles/" + contest.cycle())
                .then()
                .statusCode(200)
                .body("claimsWithoutEvidence", equalTo("REFUSE"));
    }

    @Test
    void aCycleIsCalledAsItsRubricUnlessItHasATitle() {
        Contest contest = Contest.prepared();
        String path = "/v1/cycles/" + contest.cycle();
        String body =
                "{\"rubric\":\"%s\",\"version\":\"2565\",\"period\":{\"start\":\"2021-08-01\",\"end\":\"2022-07-30\"},\"title\":%s}";
        LocalizedTitle rubric =
                as("viewer")
                        .get("/v1/rubrics/" + contest.rubric())
                        .jsonPath()
                        .getObject("title", LocalizedTitle.class);

        as("viewer").get(path).then().body("title.en", equalTo(rubric.en()));
        as("organiser")
                .header("If-Match", "*")
                .body(body.formatted(contest.rubric(), "{\"th\":\"ประกวด 2565\"}"))
                .put(path)
                .then()
                .statusCode(200)
                .body("title.en", equalTo("ประกวด 2565"))
                .body("title.th", equalTo("ประกวด 2565"));
        as("organiser")
                .header("If-Match", "*")
                .body(body.formatted(contest.rubric(), "{\"en\":\" \\u3000\"}"))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/title/en"));
        as("organiser")
                .header("If-Match", "*")
                .body(body.formatted(contest.rubric(), "null"))
                .put(path)
                .then()
                .statusCode(200)
                .body("title.th", equalTo(rubric.th()));
    }

    private record LocalizedTitle(String en, String th) {}

    @Test
    void aDraftRubricCannotBeOpened() {
        String rubric = freshKey("r");
        Contest.importing(
                        Contest.builtIn("division-contest-2565")
                                .replaceFirst("(?m)^rubric: .*$", "rubric: " + rubric))
                .then()
                .statusCode(201);
        String cycle = freshKey("c");
        as("organiser")
                .body(
                        "{\"rubric\":\"%s\",\"version\":\"2565\",\"period\":{\"start\":\"2021-08-01\",\"end\":\"2022-07-30\"}}"
                                .formatted(rubric))
                .put("/v1/cycles/" + cycle)
                .then()
                .statusCode(201);

        as("organiser")
                .post("/v1/cycles/" + cycle + "/open")
                .then()
                .statusCode(409)
                .body("type", containsString("rubric-not-published"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"start":"2021-08-01","end":"2022-08-02"} | Asia/Bangkok | 422 | /period
                    {"start":"2021-08-01","end":"2021-07-01"} | Asia/Bangkok | 422 | /period/end
                    {"start":"2564-08-01","end":"2565-07-30"} | Asia/Bangkok | 400 | /period/start
                    {"start":"2022-01-16","end":"2022-07-30"} | Asia/Bangkok | 422 | /period
                    {"start":"2021-08-01"}                    | Asia/Bangkok | 400 | /period/end
                    {"start":"2021-08-01","end":"2022-07-30"} | Asia/Nowhere | 400 | /timeZone
                    """)
    void aBadCycleNamesTheField(String period, String zone, int status, String pointer) {
        String rubric = rubric();

        as("organiser")
                .body(
                        "{\"rubric\":\"%s\",\"version\":\"2565\",\"period\":%s,\"timeZone\":\"%s\"}"
                                .formatted(rubric, period, zone))
                .put("/v1/cycles/" + freshKey("c"))
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void anUnknownRubricIsRefused() {
        as("organiser")
                .body(
                        "{\"rubric\":\"no-such\",\"version\":\"1\",\"period\":{\"start\":\"2021-08-01\",\"end\":\"2022-07-30\"}}")
                .put("/v1/cycles/" + freshKey("c"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/version"));
    }

    @Test
    void openingUnderTheSameKeyAnswersTheSame() {
        Contest contest = Contest.prepared();
        String key = UUID.randomUUID().toString();
        String path = "/v1/cycles/" + contest.cycle() + "/open";

        as("organiser")
                .header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"));
        as("organiser")
                .header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("status", equalTo("OPEN"));
    }

    @Test
    void manyUnitsAreEnrolledWithAnAnswerEach() {
        Contest contest = Contest.open();
        String unit = Api.freshUnit();
        Contest.unit(unit);

        as("automation")
                .body(
                        "[{\"unit\":\"%s\"},{\"unit\":\"%s\"},{\"unit\":\"NOWHERE\"},{\"unit\":\"%s\"}]"
                                .formatted(unit, contest.unit(), unit))
                .post("/v1/cycles/" + contest.cycle() + "/assessments")
                .then()
                .statusCode(200)
                .body("outcomes.status", Matchers.contains(201, 200, 422, 422));
        as("viewer")
                .get("/v1/cycles/" + contest.cycle() + "/assessments")
                .then()
                .body("total", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void aCycleThatIsNotThereHasNoAssessments(String type) {
        as("viewer").accept(type).get("/v1/cycles/no-such/assessments").then().statusCode(404);
    }

    private static String sharedRubric = "";

    private static String rubric() {
        if (sharedRubric.isEmpty()) {
            sharedRubric = Contest.published("division-contest-2565", "division-contest");
        }
        return sharedRubric;
    }
}
