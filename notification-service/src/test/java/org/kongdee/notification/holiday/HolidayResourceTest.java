package org.kongdee.notification.holiday;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshKey;

import io.quarkus.test.junit.QuarkusTest;
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
                .body(
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1@test\r\n"
                                + "DTSTAMP:20211201T000000Z\r\n"
                                + String.join("\r\n", event)
                                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                .put("/v1/holidays/" + calendar)
                .then();
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
