package org.kongdee.notification.deadline;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.deadline;
import static org.kongdee.notification.Api.freshKey;
import static org.kongdee.notification.Api.freshUnit;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.notification.LocalStack;

@QuarkusTest
@LocalStack
class DeadlineResourceTest {

    @Test
    void theSpendingReportIsDueOnTheThirtiethAndInFebruaryOnTheLastDay() {
        String unit = freshUnit();
        String id =
                as("organiser")
                        .body(
                                """
                                {"title": "รายงานการใช้จ่าย", "unit": "%s", "sections": ["FINANCE"], "start": "2022-01-01",
                                 "rrule": "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"}"""
                                        .formatted(unit))
                        .post("/v1/deadlines")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        as("organiser")
                .post("/v1/deadlines/" + id + "/occurrences/2022-02-28/done")
                .then()
                .statusCode(200);

        as("viewer")
                .queryParam("unit", unit)
                .queryParam("from", "2022-01-01")
                .queryParam("to", "2022-04-30")
                .get("/v1/deadlines")
                .then()
                .body("items.due", contains("2022-01-30", "2022-02-28", "2022-03-30", "2022-04-30"))
                .body("items.status", contains("PLANNED", "DONE", "PLANNED", "PLANNED"));
        as("organiser")
                .post("/v1/deadlines/" + id + "/occurrences/2022-02-27/done")
                .then()
                .statusCode(404);
        as("organiser")
                .delete("/v1/deadlines/" + id + "/occurrences/2022-02-28/done")
                .then()
                .body("status", equalTo("PLANNED"))
                .body("overdue", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"due\": \"2022-01-15\", \"start\": \"2022-01-01\", \"rrule\": \"FREQ=DAILY\", \"sections\": [\"LEGAL\"] | 422 | /due",
                "\"sections\": [\"LEGAL\"]                                                                  | 422 | /due",
                "\"due\": \"2022-01-15\"                                                                    | 422 | /sections",
                "\"due\": \"2022-01-15\", \"sections\": [\"LEGAL\"], \"recipients\": [\"a\"]                | 422 | /sections",
                "\"start\": \"2022-01-01\", \"rrule\": \"FREQ=HOURLY\", \"sections\": [\"LEGAL\"]           | 422 | /rrule",
                "\"start\": \"2022-01-01\", \"rrule\": \"nonsense\", \"sections\": [\"LEGAL\"]              | 422 | /rrule",
                "\"due\": \"2565-01-15\", \"sections\": [\"LEGAL\"]                                         | 400 | /due",
                "\"due\": \"2022-02-30\", \"sections\": [\"LEGAL\"]                                         | 400 | /due",
                "\"due\": \"2022-01-15\", \"sections\": [\"legal\"]                                         | 400 | /sections"
            })
    void namesWhatIsWrong(String fields, int status, String pointer) {
        as("organiser")
                .body("{\"title\": \"X\", \"unit\": \"SLK\", %s}".formatted(fields))
                .post("/v1/deadlines")
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "\"\\u3000\"", "{\"en\": \"\\u00a0\", \"th\": \"X\"}"})
    void refusesATitleWithNothingToRead(String title) {
        as("organiser")
                .body(
                        "{\"title\": %s, \"unit\": \"SLK\", \"sections\": [\"LEGAL\"], \"due\": \"2022-01-15\"}"
                                .formatted(title))
                .post("/v1/deadlines")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/title/en"));
    }

    @Test
    void hintsAtTheBuddhistEra() {
        as("organiser")
                .body(
                        "{\"title\": \"X\", \"unit\": \"SLK\", \"sections\": [\"LEGAL\"], \"due\": \"2565-01-15\"}")
                .post("/v1/deadlines")
                .then()
                .body("errors[0].detail", containsString("2022"));
    }

    @Test
    void aRepeatedPostWithTheSameKeyEntersItOnce() {
        String key = freshKey("idem");
        String unit = freshUnit();
        for (int i = 0; i < 2; i++) {
            as("organiser")
                    .header("Idempotency-Key", key)
                    .body(
                            "{\"title\": \"X\", \"unit\": \"%s\", \"sections\": [\"LEGAL\"], \"due\": \"2022-01-15\"}"
                                    .formatted(unit))
                    .post("/v1/deadlines")
                    .then()
                    .statusCode(201);
        }

        as("organiser")
                .queryParam("unit", unit)
                .queryParam("from", "2022-01-01")
                .get("/v1/deadlines")
                .then()
                .body("total", equalTo(1));
    }

    @Test
    void movesAndDropsWhatWasSeen() {
        String id = deadline(freshUnit(), "2022-01-15");

        as("organiser").body("{}").patch("/v1/deadlines/" + id).then().statusCode(428);
        as("organiser")
                .header("If-Match", "\"1\"")
                .body("{\"due\": \"2022-01-20\"}")
                .patch("/v1/deadlines/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("due", equalTo("2022-01-20"))
                .body("title.th", equalTo("รายงาน"));
        as("organiser")
                .header("If-Match", "\"1\"")
                .delete("/v1/deadlines/" + id)
                .then()
                .statusCode(412);
        as("organiser")
                .header("If-Match", "\"2\"")
                .delete("/v1/deadlines/" + id)
                .then()
                .statusCode(204);
        as("organiser").get("/v1/deadlines/" + id).then().statusCode(404);
    }

    @Test
    void limitsThePeriodOfAList() {
        as("viewer")
                .queryParam("from", "2022-01-01")
                .queryParam("to", "2024-01-01")
                .get("/v1/deadlines")
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo("to"));
    }

    @Test
    void onlyAnOrganiserEntersDeadlines() {
        as("officer", "SLK").body("{}").post("/v1/deadlines").then().statusCode(403);
    }
}
