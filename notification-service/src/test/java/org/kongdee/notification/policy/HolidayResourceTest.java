package org.kongdee.notification.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshKey;
import static org.kongdee.notification.Api.freshUnit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.LocalStack;

@QuarkusTest
@LocalStack
class HolidayResourceTest {

    private static ValidatableResponse put(String calendar, String... event) {
        return as("organiser")
                .contentType("text/calendar; charset=UTF-8")
                .body(file(event))
                .put("/v1/holidays/" + calendar)
                .then();
    }

    private static String file(String... event) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1@test\r\n"
                + "DTSTAMP:20211201T000000Z\r\n"
                + String.join("\r\n", event)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    @Test
    void takesTheShippedCalendarOfThaiHolidays() throws IOException {
        String calendar = freshKey("thai");

        as("organiser")
                .contentType("text/calendar; charset=UTF-8")
                .body(Files.readString(Path.of("../docs/examples/thai-public-holidays.ics")))
                .put("/v1/holidays/" + calendar)
                .then()
                .statusCode(201)
                .body("days.day", hasItems("2022-04-13", "2022-04-14", "2022-04-15", "2022-12-05"));
    }

    @Test
    void countsEveryDayOfALongHolidayAndOfARepeatedOne() {
        put(
                        freshKey("cal"),
                        "DTSTART;VALUE=DATE:20220413",
                        "DTEND;VALUE=DATE:20220416",
                        "RRULE:FREQ=YEARLY;COUNT=2",
                        "SUMMARY:สงกรานต์")
                .statusCode(201)
                .body("days", hasSize(6))
                .body("days[5].day", equalTo("2023-04-15"))
                .body("days[5].name", equalTo("สงกรานต์"));
    }

    @Test
    void replacesTheDaysOfACalendarThatWasSeen() {
        String calendar = freshKey("cal");
        put(calendar, "DTSTART;VALUE=DATE:20220413", "DTEND;VALUE=DATE:20220416", "SUMMARY:a")
                .statusCode(201)
                .header("ETag", "\"1\"");

        put(calendar, "DTSTART;VALUE=DATE:20220415", "SUMMARY:b").statusCode(428);
        as("organiser")
                .header("If-Match", "\"1\"")
                .contentType("text/calendar; charset=UTF-8")
                .body(file("DTSTART;VALUE=DATE:20220415", "SUMMARY:b"))
                .put("/v1/holidays/" + calendar)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("days.day", contains("2022-04-15"))
                .body("days.name", contains("b"));
        as("viewer")
                .accept("text/calendar")
                .get("/v1/holidays/" + calendar)
                .then()
                .header("ETag", "\"2\"")
                .body(containsString("SUMMARY:b"));
        Headers unchanged =
                as("viewer")
                        .header("If-None-Match", "\"2\"")
                        .get("/v1/holidays/" + calendar)
                        .then()
                        .statusCode(304)
                        .header("ETag", "\"2\"")
                        .extract()
                        .headers();
        assertThat(unchanged.getValues("Vary")).contains("Accept");
        as("viewer").get("/v1/holidays").then().body("$", hasItem(calendar));
    }

    @Test
    void aCalendarInUseStays() {
        String calendar = freshKey("cal");
        put(calendar, "DTSTART;VALUE=DATE:20220413", "SUMMARY:a").statusCode(201);
        String policy = "/v1/policies/" + freshKey("with");
        as("organiser")
                .body(
                        """
                        {"leadDays": [7], "overdue": {"first": 1, "weekly": "MON"}, "escalateAfter": 7, "at": "08:00",
                         "timeZone": "Asia/Bangkok", "daysOff": [], "holidays": ["%s"], "appliesTo": {"unit": "%s"}}"""
                                .formatted(calendar, freshUnit()))
                .put(policy)
                .then()
                .statusCode(201);

        delete(calendar)
                .statusCode(409)
                .body("type", equalTo("https://kongdee.org/problems/holidays-in-use"));
        as("organiser").header("If-Match", "*").delete(policy).then().statusCode(204);
        delete(calendar).statusCode(204);
        as("viewer").get("/v1/holidays/" + calendar).then().statusCode(404);
    }

    private static ValidatableResponse delete(String calendar) {
        return as("organiser").header("If-Match", "*").delete("/v1/holidays/" + calendar).then();
    }

    @Test
    void refusesHoursAndBuddhistYears() {
        put(freshKey("cal"), "DTSTART:20220413T080000Z", "SUMMARY:Eight o'clock")
                .statusCode(422)
                .body("detail", containsString("Eight o'clock"));
        put(freshKey("cal"), "DTSTART;VALUE=DATE:25650413", "SUMMARY:x")
                .statusCode(422)
                .body("detail", containsString("2022"));
    }

    @Test
    void refusesACalendarThatIsNotUtf8() {
        as("organiser")
                .contentType("text/calendar")
                .body("SUMMARY:สงกรานต์".getBytes(Charset.forName("windows-874")))
                .put("/v1/holidays/" + freshKey("cal"))
                .then()
                .statusCode(400)
                .body("detail", equalTo("The body is not UTF-8 text."));
    }

    @Test
    void refusesACalendarThatIsNoText() {
        put(freshKey("cal"), "DTSTART;VALUE=DATE:20220413", "SUMMARY:สง\u202Eกรานต์")
                .statusCode(400)
                .body("type", equalTo("https://kongdee.org/problems/malformed-body"))
                .body(
                        "detail",
                        equalTo(
                                "Line 8 has U+202E, a bidi control, at character 11; leave it out."));
        put(freshKey("cal"), "DTSTART;VALUE=DATE:20220413", "SUMMARY:a", "X-A:b\u0000c")
                .statusCode(400)
                .body("detail", containsString("Line 9 has U+0000"));
        put(freshKey("cal"), "DTSTART;VALUE=DATE:20220413", "DESCRIPTION:a\tb\\nc", "SUMMARY:b")
                .statusCode(201);
    }

    @Test
    void refusesADayWhoseNameIsNoLine() {
        put(freshKey("cal"), "DTSTART;VALUE=DATE:20220413", "SUMMARY:New\\nYear")
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/invalid-holidays"))
                .body("detail", containsString("its SUMMARY has U+000A"));
    }

    @Test
    void refusesWhatIsNoCalendar() {
        as("organiser")
                .contentType("text/calendar; charset=UTF-8")
                .body("hello")
                .put("/v1/holidays/" + freshKey("cal"))
                .then()
                .statusCode(400)
                .body("type", equalTo("https://kongdee.org/problems/malformed-body"));
    }
}
