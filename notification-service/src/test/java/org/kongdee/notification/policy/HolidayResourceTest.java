package org.kongdee.notification.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
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

    private static final String OFFICE =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
            METHOD:PUBLISH
            X-WR-TIMEZONE:Asia/Bangkok
            BEGIN:VEVENT
            UID:1@office
            DTSTART;TZID=SE Asia Standard Time:20220413T000000
            DTEND;TZID=SE Asia Standard Time:20220416T000000
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            CATEGORIES:วันหยุด
            SUMMARY:สงกรานต์
            END:VEVENT
            BEGIN:VEVENT
            UID:2@office
            DTSTART;VALUE=DATE;TZID=Asia/Bangkok:20220504
            RRULE:FREQ=MINUTELY;COUNT=3
            SUMMARY:ประชุม
            END:VEVENT
            BEGIN:VEVENT
            UID:3@office
            DTSTART;VALUE=DATE:20230101
            DTEND;VALUE=DATE:20230101
            CATEGORIES:วันหยุด
            SUMMARY:ปีใหม่
            END:VEVENT
            END:VCALENDAR
            """;

    private static ValidatableResponse putOffice(String calendar, String query) {
        return as("organiser")
                .urlEncodingEnabled(true)
                .header("If-Match", "*")
                .contentType("text/calendar; charset=UTF-8")
                .body(OFFICE)
                .put("/v1/holidays/" + calendar + query)
                .then();
    }

    @Test
    void takesTheGoodEventsYearByYearAndNamesTheOthers() {
        String calendar = freshKey("cal");
        put(calendar, "DTSTART;VALUE=DATE:20220413").statusCode(201);

        putOffice(calendar, "")
                .statusCode(200)
                .body("days.day", contains("2022-04-13", "2022-04-14", "2022-04-15", "2023-01-01"))
                .body("years.year", contains(2022, 2023))
                .body("years.days", contains(3, 1))
                .body("until", equalTo("2023-01-01"))
                .body("horizon", nullValue())
                .body("refused", hasSize(1))
                .body("refused[0].uid", equalTo("2@office"))
                .body("refused[0].line", equalTo(17))
                .body("refused[0].name", equalTo("ประชุม"))
                .body(
                        "refused[0].why.en",
                        equalTo("RRULE: FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not 'MINUTELY'"))
                .body(
                        "refused[0].why.th",
                        equalTo(
                                "RRULE: FREQ ต้องเป็น DAILY, WEEKLY, MONTHLY หรือ YEARLY ไม่ใช่ 'MINUTELY'"));

        String shown = as("viewer").get("/v1/holidays/" + calendar).then().extract().asString();
        putOffice(calendar, "").statusCode(200).body("refused", hasSize(1));
        assertThat(as("viewer").get("/v1/holidays/" + calendar).asString()).isEqualTo(shown);
    }

    @Test
    void aStrictPutRefusesTheFileAndChangesNothing() {
        String calendar = freshKey("cal");
        put(calendar, "DTSTART;VALUE=DATE:20220413").statusCode(201);

        putOffice(calendar, "?strict=true")
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/invalid-holidays"))
                .body("errors", hasSize(1))
                .body("errors[0].line", equalTo(17))
                .body(
                        "errors[0].detail",
                        containsString("The event 2@office (ประชุม) is no day off"));
        putOffice(calendar, "?strict=perhaps")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("strict"));

        as("viewer")
                .get("/v1/holidays/" + calendar)
                .then()
                .header("ETag", "\"1\"")
                .body("days.day", contains("2022-04-13"));
    }

    @Test
    void keepsTheWordsByWhichEventsAreChosenUntilTheNextPutSaysOthers() {
        String calendar = freshKey("cal");
        put(calendar, "DTSTART;VALUE=DATE:20220413").statusCode(201);

        putOffice(calendar, "?include=วันหยุด&exclude=ปีใหม่&exclude=x, y")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("days.day", contains("2022-04-13", "2022-04-14", "2022-04-15"))
                .body("refused", empty())
                .body("warnings.code", contains("UNMATCHED"))
                .body("warnings.detail.en", contains("exclude=x, y is a word of no event."))
                .body("warnings.detail.th", contains("ไม่มีกิจกรรมใดที่มีคำว่า exclude=x, y"));
        as("viewer")
                .get("/v1/holidays/" + calendar)
                .then()
                .body("include", contains("วันหยุด"))
                .body("exclude", contains("ปีใหม่", "x, y"));
        // The same file by other words is another calendar.
        putOffice(calendar, "?include=ลอยกระทง")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("days", empty())
                .body("years", empty())
                .body("include", contains("ลอยกระทง"))
                .body("exclude", empty())
                .body("until", equalTo("2023-01-01"))
                .body("warnings.code", contains("NOTHING_LEFT", "UNMATCHED"));
    }

    @Test
    void aWordIsNeitherInvisibleNorEndless() {
        // Nothing said, as by an empty field of a form.
        as("organiser")
                .urlEncodingEnabled(false)
                .contentType("text/calendar; charset=UTF-8")
                .body(OFFICE)
                .put("/v1/holidays/" + freshKey("cal") + "?include=&exclude=")
                .then()
                .statusCode(201)
                .body("include", empty())
                .body("exclude", empty());
        putOffice(freshKey("cal"), "?include=\u200B")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("include"))
                .body("detail", equalTo("include is a word to look for, of 1 to 100 characters."));
        putOffice(freshKey("cal"), "?exclude=" + "x".repeat(101))
                .statusCode(400)
                .body("errors[0].parameter", equalTo("exclude"));
        putOffice(freshKey("cal"), "?exclude=a" + "&exclude=b".repeat(20))
                .statusCode(400)
                .body("detail", equalTo("exclude is given at most 20 times."));
    }

    @Test
    void takesWhatAnOfficeProgramWritesInThai() {
        as("organiser")
                .contentType("text/calendar; charset=TIS-620")
                .body(
                        file("DTSTART;VALUE=DATE:20220413", "SUMMARY:สงกรานต์")
                                .getBytes(Charset.forName("windows-874")))
                .put("/v1/holidays/" + freshKey("cal"))
                .then()
                .statusCode(201)
                .body("days.name", contains("สงกรานต์"));
    }
}
