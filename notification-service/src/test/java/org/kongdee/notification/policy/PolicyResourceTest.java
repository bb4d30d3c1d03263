package org.kongdee.notification.policy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshKey;
import static org.kongdee.notification.Api.freshUnit;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.notification.LocalStack;

@QuarkusTest
@LocalStack
class PolicyResourceTest {

    private static final String POLICY =
            """
            {"leadDays": [7, 14], "overdue": {"first": 1, "weekly": "MON"}, "escalateAfter": 7, "at": "08:00",
             "timeZone": "Asia/Bangkok", "daysOff": ["SAT", "SUN"], "holidays": [], "appliesTo": {"unit": "%s"}}""";

    @Test
    void theDefaultIsThereWithoutHolidays() {
        as("viewer")
                .get("/v1/policies/default")
                .then()
                .statusCode(200)
                .body("leadDays", contains(14, 7, 3, 1, 0))
                .body("daysOff", contains("SAT", "SUN"))
                .body("holidays", empty())
                .body("appliesTo", equalTo(null));
    }

    @Test
    void theDefaultCannotBeRemoved() {
        as("organiser")
                .header("If-Match", "*")
                .delete("/v1/policies/default")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/default-policy"));
    }

    @Test
    void twoPoliciesCannotBeForTheSame() {
        String unit = freshUnit();
        as("organiser")
                .body(POLICY.formatted(unit))
                .put("/v1/policies/" + freshKey("a"))
                .then()
                .statusCode(201)
                .body("leadDays", contains(14, 7));

        as("organiser")
                .body(POLICY.formatted(unit))
                .put("/v1/policies/" + freshKey("b"))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/appliesTo"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"overdue\": {\"first\": 1, \"weekly\": \"MON\"} | \"overdue\": null                             | 400 | /overdue",
                "\"first\": 1        | \"first\": 0                                  | 400 | /overdue/first",
                "\"first\": 1        | \"first\": 32                                 | 400 | /overdue/first",
                "\"MON\"            | \"MONTH\"                                     | 400 | /overdue/weekly",
                "\"at\": \"08:00\"   | \"at\": \"08:00\", \"again\": \"07:00\"         | 422 | /again",
                "\"at\": \"08:00\"   | \"at\": \"08:00\", \"maxLines\": 0              | 400 | /maxLines",
                "\"at\": \"08:00\"   | \"at\": \"08:00\", \"seriesLeadDays\": []       | 400 | /seriesLeadDays",
                "[7, 14]             | []                                            | 400 | /leadDays",
                "[7, 14]             | [7, 91]                                       | 400 | /leadDays",
                "\"at\": \"08:00\"   | \"at\": \"8\"                                 | 400 | /at",
                "Asia/Bangkok        | Asia/Krungthep                                | 422 | /timeZone",
                "[\"SAT\", \"SUN\"]  | [\"SAT\", \"CATURDAY\"]                       | 400 | /daysOff/1",
                "\"holidays\": []    | \"holidays\": [\"nowhere\"]                   | 422 | /holidays/0",
                "{\"unit\": \"%s\"}  | null                                          | 422 | /appliesTo"
            })
    void namesTheFieldThatIsWrong(String good, String bad, int status, String pointer) {
        as("organiser")
                .body(POLICY.replace(good, bad).replace("%s", freshUnit()))
                .put("/v1/policies/" + freshKey("bad"))
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void changesAndRemovesWhatWasSeen() {
        String policy = "/v1/policies/" + freshKey("own");
        String body = POLICY.formatted(freshUnit());
        as("organiser").body(body).put(policy).then().statusCode(201).header("ETag", "\"1\"");

        as("organiser").body(body).put(policy).then().statusCode(200).header("ETag", "\"1\"");
        String later = body.replace("08:00", "09:30");
        as("organiser").body(later).put(policy).then().statusCode(428);
        as("organiser")
                .header("If-Match", "\"1\"")
                .body(later)
                .put(policy)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("at", equalTo("09:30"));
        as("organiser").header("If-Match", "\"1\"").delete(policy).then().statusCode(412);
        as("organiser").header("If-Match", "\"2\"").delete(policy).then().statusCode(204);
        as("viewer").get(policy).then().statusCode(404);
    }

    @Test
    void onlyAnOrganiserChangesPolicies() {
        as("automation").body("{}").put("/v1/policies/x").then().statusCode(403);
    }
}
