package org.kongdee.rubric.readiness;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;
import static org.kongdee.rubric.EvidenceFake.item;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.Contest;
import org.kongdee.rubric.EvidenceFake;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@WithTestResource(EvidenceFake.class)
class SuggestionResourceTest {

    @Test
    void fillsAndRaisesButNeverLowersUnlessAsked() {
        Contest contest = supported();
        contest.put("1.1.2", "{\"rung\":3}").then().statusCode(201);

        accept(contest, "", "")
                .then()
                .statusCode(200)
                .body("written", equalTo(0))
                .body("outcomes", hasSize(51))
                .body("outcomes.find { it.criterion == '1.1.2' }.outcome", equalTo("KEPT"));

        accept(contest, "?overwrite=true", "{\"criteria\":[\"1.1.2\"]}")
                .then()
                .body("written", equalTo(1))
                .body("outcomes.outcome", contains("LOWERED"))
                .body("outcomes[0].claim.rung", equalTo(2));
    }

    @Test
    void keepsTheNoteOfWhatItRaises() {
        Contest contest = supported();
        as("officer", contest.unit())
                .body("{\"claim\":{\"rung\":1},\"note\":\"Memo 12/2565\"}")
                .put(contest.score("1.1.2"))
                .then()
                .statusCode(201);

        accept(contest, "", "").then().body("outcomes[1].outcome", equalTo("RAISED"));

        as("viewer")
                .get(contest.score("1.1.2"))
                .then()
                .body("claim.rung", equalTo(2))
                .body("note", equalTo("Memo 12/2565"));
        accept(contest, "", "").then().body("outcomes[1].outcome", equalTo("UNCHANGED"));
    }

    @Test
    void anUnknownCriterionIsNamedAndNothingIsWritten() {
        Contest contest = supported();
        accept(contest, "", "{\"criteria\":[\"1.1.2\",\"9.9\"]}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/criteria/1"));
        as("viewer").get(contest.score("1.1.2")).then().statusCode(404);
        accept(contest, "?overwrite=perhaps", "").then().statusCode(400);
        accept(contest, "", "{\"criteria\":[]}").then().statusCode(400);
    }

    @Test
    void isForOfficersOfTheUnitAndAutomation() {
        Contest contest = supported();
        String path = contest.assessment() + "/suggestions/accept";
        as("viewer").post(path).then().statusCode(403);
        as("officer", "ELSEWHERE").post(path).then().statusCode(404);
        as("automation")
                .header("Idempotency-Key", contest.cycle())
                .post(path)
                .then()
                .statusCode(200)
                .body("outcomes[1].outcome", equalTo("FILLED"));
        as("automation")
                .header("Idempotency-Key", contest.cycle())
                .post(path)
                .then()
                .body("outcomes[1].outcome", equalTo("FILLED"));
    }

    /** A contest whose evidence supports two rungs of 1.1.2. */
    private static Contest supported() {
        Contest contest = Contest.open();
        EvidenceFake.items(
                contest.cycle(),
                contest.unit(),
                "[%s,%s]"
                        .formatted(
                                item("1.1.2", "communication", "line", "2022-01-10", true),
                                item("1.1.2", "communication", "website", "2022-01-12", true)));
        eventually(
                () ->
                        as("viewer")
                                .get(contest.assessment() + "/readiness")
                                .then()
                                .body("criteria[1].supported.rung", equalTo(2)));
        return contest;
    }

    private static Response accept(Contest contest, String query, String body) {
        var request = as("officer", contest.unit());
        return (body.isEmpty() ? request : request.body(body))
                .post(contest.assessment() + "/suggestions/accept" + query);
    }
}
