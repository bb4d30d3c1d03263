package org.kongdee.notification.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshKey;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.task;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.notification.LocalStack;

@QuarkusTest
@LocalStack
class TaskResourceTest {

    private static final String REPORT =
            """
            {"title": "รายงานการใช้จ่าย", "unit": "%s", "sections": ["FINANCE"], "start": "2022-01-01",
             "rrule": "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
             "figures": [{"code": "spent", "title": {"en": "Budget spent", "th": "ผลการใช้จ่าย"}}]}""";

    private final String unit = freshUnit();

    private String report() {
        String key = freshKey("report");
        as("organiser").body(REPORT.formatted(unit)).put("/v1/tasks/" + key).then().statusCode(201);
        return "/v1/tasks/" + key;
    }

    @Test
    void theSpendingReportIsDueOnTheThirtiethAndInFebruaryOnTheLastDay() {
        String report = report();

        as("organiser").post(report + "/occurrences/2022-02-28/done").then().statusCode(200);

        as("viewer")
                .queryParam("unit", unit)
                .queryParam("from", "2022-01-01")
                .queryParam("to", "2022-04-30")
                .get("/v1/deadlines")
                .then()
                .body("items.due", contains("2022-01-30", "2022-02-28", "2022-03-30", "2022-04-30"))
                .body("items.status", contains("PLANNED", "DONE", "PLANNED", "PLANNED"));
        as("organiser").post(report + "/occurrences/2022-02-27/done").then().statusCode(404);
        as("organiser")
                .post(report + "/done")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/task-recurs"));
        as("organiser")
                .delete(report + "/occurrences/2022-02-28/done")
                .then()
                .body("status", equalTo("PLANNED"))
                .body("overdue", equalTo(true));
    }

    @Test
    void theFiguresOfASeriesMakeATable() {
        String report = report();
        as("officer", unit)
                .body("{\"answer\": \"=sent, twice\", \"figures\": {\"spent\": 125000.50}}")
                .post(report + "/occurrences/2022-01-30/done")
                .then()
                .statusCode(200)
                .body("settled.figures.spent", equalTo(125000.5f))
                .body("settled.by", equalTo("officer-" + unit));

        as("viewer")
                .queryParam("to", "2022-02-28")
                .get(report + "/occurrences")
                .then()
                .body("due", contains("2022-01-30", "2022-02-28"))
                .body("settled[0].answer", equalTo("=sent, twice"));
        String table =
                as("viewer")
                        .accept("text/csv")
                        .queryParam("to", "2022-02-28")
                        .get(report + "/occurrences")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(table.lines())
                .hasSize(3)
                .element(0)
                .asString()
                .endsWith("due,status,overdue,doneAt,by,byName,spent,answer,link");
        assertThat(table)
                .contains("2022-01-30,DONE,false,", ",125000.50,\"'=sent, twice\",\r\n")
                .contains("2022-02-28,PLANNED,true,,,,,,\r\n");
        as("officer", unit)
                .body("{\"figures\": {\"spending\": 1}}")
                .post(report + "/occurrences/2022-02-28/done")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/figures/spending"))
                .body("errors[0].detail", containsString("spent"));
        as("officer", unit)
                .body("{\"figures\": {\"spent\": 1e5}}")
                .post(report + "/occurrences/2022-02-28/done")
                .then()
                .statusCode(400);
    }

    @Test
    void anAnswerIsKeptWhateverHappensToTheTask() {
        String task = "/v1/tasks/" + task(unit, "2022-01-15");
        as("officer", unit)
                .body("{\"answer\": \"ลงนามแล้ว\", \"link\": \"https://drive.example/1\"}")
                .post(task + "/done")
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("settled.answer", equalTo("ลงนามแล้ว"));
        // Saying so again changes nothing: the first answer stays.
        as("officer", unit)
                .body("{\"answer\": \"other\"}")
                .post(task + "/done")
                .then()
                .body("settled.answer", equalTo("ลงนามแล้ว"));

        as("organiser").header("If-Match", "*").delete(task).then().statusCode(204);

        as("viewer").get(task).then().statusCode(200).body("status", equalTo("CANCELLED"));
        as("viewer")
                .get(task + "/history")
                .then()
                .body("items.action", contains("CANCELLED", "DONE", "CREATED"))
                .body("items[1].answer", equalTo("ลงนามแล้ว"))
                .body("items[1].link", equalTo("https://drive.example/1"))
                .body("items[2].content.due", equalTo("2022-01-15"));
        as("officer", unit).post(task + "/done").then().statusCode(409);
    }

    @Test
    void whatNobodyAnsweredGoesAndItsHistoryStays() {
        String task = "/v1/tasks/" + task(unit, "2022-01-15");

        as("organiser").header("If-Match", "\"1\"").delete(task).then().statusCode(204);

        as("organiser").get(task).then().statusCode(404);
        as("viewer")
                .get(task + "/history")
                .then()
                .body("items.action", contains("REMOVED", "CREATED"));
        as("viewer").get("/v1/tasks/never-was/history").then().statusCode(404);
    }

    @Test
    void anUndoneAnswerStaysInTheHistory() {
        String task = "/v1/tasks/" + task(unit, "2022-01-15");
        as("officer", unit).body("{\"answer\": \"too soon\"}").post(task + "/done");

        as("officer", unit).delete(task + "/done").then().body("status", equalTo("PLANNED"));

        as("viewer")
                .get(task)
                .then()
                .body("status", equalTo("PLANNED"))
                .body("overdue", equalTo(true))
                .body("settled", nullValue());
        as("viewer")
                .get(task + "/history")
                .then()
                .body("items.action", contains("UNDONE", "DONE", "CREATED"))
                .body("items.answer", contains(null, "too soon", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"due\": \"2022-01-15\", \"start\": \"2022-01-01\", \"rrule\": \"FREQ=DAILY\" | 422 | /due",
                "\"start\": \"2022-01-01\"                                       | 422 | /rrule",
                "\"rrule\": \"FREQ=DAILY\"                                    | 422 | /start",
                "\"start\": \"2022-01-01\", \"rrule\": \"FREQ=HOURLY\"           | 422 | /rrule",
                "\"start\": \"2022-01-01\", \"rrule\": \"nonsense\"              | 422 | /rrule",
                "\"due\": \"2565-01-15\"                                         | 400 | /due",
                "\"due\": \"2022-02-30\"                                         | 400 | /due",
                "\"sections\": [\"legal\"]                                       | 400 | /sections",
                "\"recipients\": [\"Somebody Else\"]                             | 400 | /recipients",
                "\"text\": {\"en\": \" \"}                                       | 422 | /text",
                "\"figures\": [{\"code\": \"Spent\", \"title\": \"X\"}]          | 400 | /figures/0/code",
                "\"figures\": [{\"code\": \"a\", \"title\": \"X\"}, {\"code\": \"a\", \"title\": \"Y\"}] | 422 | /figures/1/code",
                "\"act\": \"order\"                                              | 400 | /act"
            })
    void namesWhatIsWrong(String fields, int status, String pointer) {
        as("organiser")
                .body("{\"title\": \"X\", \"unit\": \"SLK\", %s}".formatted(fields))
                .put("/v1/tasks/" + freshKey("bad"))
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
                .put("/v1/tasks/" + freshKey("bad"))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/title/en"));
    }

    @Test
    void hintsAtTheBuddhistEra() {
        as("organiser")
                .body("{\"title\": \"X\", \"unit\": \"SLK\", \"due\": \"2565-01-15\"}")
                .put("/v1/tasks/" + freshKey("bad"))
                .then()
                .body("errors[0].detail", containsString("2022"));
    }

    @Test
    void takesTheSheetInOneRequestAndTheSameAgainChangesNothing() {
        String first = freshKey("T");
        String second = freshKey("T");
        String lines =
                """
                [{"task": "%s", "unit": "%s", "title": {"en": "Publish", "th": "เผยแพร่"}, "sections": ["LEGAL"],
                  "recipients": ["slk-contest-coordinator"], "text": {"th": "บรรทัดหนึ่ง\\nบรรทัดสอง"},
                  "given": {"by": "SECRETARY", "meeting": "12/2564", "item": "4.2 (1)", "on": "2021-12-20"}, "criteria": ["1.1.1"]},
                 {"task": "%s", "unit": "%s", "title": "Hold a meeting"},
                 {"task": "no key", "unit": "%s", "title": "X"},
                 {"task": "%s", "unit": "%s", "title": "Twice"}]"""
                        .formatted(first, unit, second, unit, unit, second, unit);

        for (int status : new int[] {201, 200}) {
            as("automation")
                    .body(lines)
                    .post("/v1/tasks")
                    .then()
                    .statusCode(200)
                    .body("accepted", equalTo(2))
                    .body("outcomes.status", contains(status, status, 400, 422));
        }

        as("viewer")
                .get("/v1/tasks/" + first)
                .then()
                .header("ETag", "\"1\"")
                .body("given.meeting", equalTo("12/2564"))
                .body("text.en", equalTo("บรรทัดหนึ่ง\nบรรทัดสอง"))
                .body("recipients", contains("slk-contest-coordinator"))
                .body("status", equalTo("PLANNED"));
        // Nobody is named: it is the director's, and a gap.
        as("organiser")
                .queryParam("unit", unit)
                .get("/v1/gaps")
                .then()
                .body(
                        "findAll { it.section == null && it.person == null }.examples.flatten()",
                        hasItem(second))
                .body("person", hasItem("slk-contest-coordinator"));
    }

    @Test
    void listsByOwnerMeetingStatusAndDate() {
        String dated = task(unit, "2022-01-15");
        String given = freshKey("given");
        as("organiser")
                .body(
                        "{\"title\": \"X\", \"unit\": \"%s\", \"sections\": [\"ALL\"], \"given\": {\"meeting\": \"1/2565\"}}"
                                .formatted(unit))
                .put("/v1/tasks/" + given)
                .then()
                .statusCode(201);
        String named = freshKey("named");
        as("organiser")
                .body(
                        "{\"title\": \"X\", \"unit\": \"%s\", \"recipients\": [\"somebody\"], \"due\": \"2022-03-01\"}"
                                .formatted(unit))
                .put("/v1/tasks/" + named)
                .then()
                .statusCode(201);
        as("organiser").post("/v1/tasks/" + named + "/done");

        assertListed("section", "LEGAL", dated, given);
        assertListed("section", "PLAN", given);
        assertListed("meeting", "1/2565", given);
        assertListed("recipient", "somebody", named);
        assertListed("status", "DONE", named);
        assertListed("dueTo", "2022-01-31", dated);
        assertListed("dueFrom", "2022-01-16", named);
    }

    private void assertListed(String parameter, String value, String... tasks) {
        as("officer", unit)
                .queryParam(parameter, value)
                .get("/v1/tasks")
                .then()
                .statusCode(200)
                .body(
                        "items.task.sort()",
                        equalTo(java.util.Arrays.stream(tasks).sorted().toList()))
                .body("total", equalTo(tasks.length));
    }

    @Test
    void changesWhatWasSeenAndRemembersFromWhereItMoved() {
        String task = task(unit, "2022-01-15");

        as("organiser").body("{}").patch("/v1/tasks/" + task).then().statusCode(428);
        as("organiser")
                .header("If-Match", "\"1\"")
                .body("{\"due\": \"2022-01-20\"}")
                .patch("/v1/tasks/" + task)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("due", equalTo("2022-01-20"))
                .body("title.th", equalTo("รายงาน"));
        as("organiser")
                .header("If-Match", "\"1\"")
                .delete("/v1/tasks/" + task)
                .then()
                .statusCode(412);
        as("viewer")
                .queryParam("unit", unit)
                .queryParam("from", "2022-01-01")
                .get("/v1/deadlines")
                .then()
                .body("items.due", contains("2022-01-20"))
                .body("items.movedFrom", contains("2022-01-15"));
    }

    @Test
    void anOfficerWritesThoseOfTheOwnUnit() {
        String task = "/v1/tasks/" + freshKey("own");
        String body = "{\"title\": \"X\", \"unit\": \"%s\"}";

        as("officer", unit).body(body.formatted(unit)).put(task).then().statusCode(201);
        as("officer", unit).body(body.formatted("OTHER")).put(task).then().statusCode(403);
        as("officer", "OTHER").body(body.formatted("OTHER")).put(task).then().statusCode(403);
        as("officer", "OTHER").get(task).then().statusCode(404);
        as("officer", "OTHER").post(task + "/done").then().statusCode(404);
        as("viewer").body(body.formatted(unit)).put(task).then().statusCode(403);
        as("viewer").post(task + "/done").then().statusCode(403);
        as("automation").post(task + "/done").then().statusCode(200);
    }

    @Test
    void twoAnswersAtOnceAreOne() throws Exception {
        String task = "/v1/tasks/" + task(unit, "2022-01-15") + "/done";
        var threads = new java.util.ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            String body = "{\"answer\": \"number %d\"}".formatted(i);
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            as("officer", unit)
                                                    .contentType(ContentType.JSON)
                                                    .body(body)
                                                    .post(task)));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        as("viewer")
                .get(task.replace("/done", "/history"))
                .then()
                .body("items.action", contains("DONE", "CREATED"));
    }
}
