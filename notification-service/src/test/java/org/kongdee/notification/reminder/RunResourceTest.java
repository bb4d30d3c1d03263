package org.kongdee.notification.reminder;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;
import static org.kongdee.notification.Api.task;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;
import org.kongdee.stack.inbox.ReceivedMail;
import org.kongdee.test.TestInbox;

@QuarkusTest
@LocalStack
class RunResourceTest {

    private static ValidatableResponse run(String date, boolean dryRun) {
        return as("organiser")
                .body("{\"date\": \"%s\", \"dryRun\": %s}".formatted(date, dryRun))
                .post("/v1/runs")
                .then();
    }

    private static String of(String list, String recipient) {
        return list + ".find { it.recipient == '" + recipient + "' }";
    }

    private static List<ReceivedMail> mailTo(String recipient, int count) {
        return await().atMost(ofSeconds(30))
                .until(
                        () -> TestInbox.messagesTo(recipient + "@slk.example"),
                        mails -> mails.size() >= count);
    }

    private static String statusOf(String recipient) {
        return as("organiser")
                .queryParam("recipient", recipient)
                .get("/v1/reminders")
                .then()
                .extract()
                .path("items[0].status");
    }

    @Test
    void aDryRunShowsTheMailOfAnyDateAndSendsNothing() {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "th", "LEGAL");
        String deadline = task(unit, "2022-01-15");

        run("2022-01-07", true)
                .statusCode(200)
                .body("date", equalTo("2022-01-07"))
                .body(of("digests", head) + ".language", equalTo("th"))
                .body(
                        of("digests", head) + ".subject",
                        equalTo("กำหนดส่งงาน: ใกล้ถึงกำหนด ๑ รายการ"))
                .body(of("digests", head) + ".lines.deadline", contains(deadline))
                .body(of("digests", head) + ".lines.leadDays", contains(7))
                .body(of("digests", head) + ".lines.daysLeft", contains(8))
                .body(of("digests", head) + ".lines.title", contains("รายงาน"));
        as("organiser")
                .queryParam("recipient", head)
                .get("/v1/reminders")
                .then()
                .body("items", empty());
    }

    @Test
    void sendsOneMailWithTextHtmlCalendarAndHeaders() {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "th", "LEGAL");
        task(unit, "2022-01-15");
        task(unit, "2022-01-21");

        run("2022-01-07", false).statusCode(200).body(of("digests", head) + ".lines", hasSize(2));

        ReceivedMail mail = mailTo(head, 1).getFirst();
        assertThat(mail.subject()).isEqualTo("กำหนดส่งงาน: ใกล้ถึงกำหนด ๒ รายการ");
        assertThat(mail.text().orElseThrow()).contains("กำหนด ส. ๑๕ ม.ค. ๖๕ · เหลือ ๘ วัน");
        assertThat(mail.html().orElseThrow()).contains("<html lang=\"th\">", "ศ. ๒๑ ม.ค. ๖๕");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("List-Unsubscribe")).startsWith("<http").contains("/links/");
        assertThat(mail.header("To")).contains("สมหญิง ใจดี", head + "@slk.example");
        await().atMost(ofSeconds(30)).until(() -> statusOf(head), equalTo("SENT"));
        as("organiser")
                .queryParam("recipient", head)
                .get("/v1/reminders")
                .then()
                .body("items[0].reply", startsWith("250 "))
                .body("items[0].reply", containsString(mail.header("Message-ID")))
                .body("items[0].attempts", equalTo(1));
    }

    @Test
    void aRepeatedRunSendsNothingAgain() {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "en", "LEGAL");
        task(unit, "2022-02-15");
        run("2022-02-08", false).statusCode(200);
        await().atMost(ofSeconds(30)).until(() -> statusOf(head), equalTo("SENT"));

        run("2022-02-08", false).statusCode(200).body(of("digests", head), equalTo(null));
        String later = recipient(unit, "HEAD", "en", "LEGAL");
        run("2022-02-08", false).statusCode(200);

        mailTo(later, 1);
        assertThat(mailTo(head, 1)).hasSize(1);
    }

    @Test
    void mergedLeadDaysAreShownAsSuppressed() {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "en", "LEGAL");
        task(unit, "2022-01-15");

        run("2022-01-14", false)
                .statusCode(200)
                .body(of("digests", head) + ".lines.leadDays", contains(0));

        as("organiser")
                .queryParam("recipient", head)
                .queryParam("status", "SUPPRESSED")
                .get("/v1/reminders")
                .then()
                .body("items.leadDays", contains(1))
                .body("items.reason", contains("MERGED"));
    }

    @Test
    void sectionsNobodyStandsForAreReported() {
        String unit = freshUnit();
        String director = recipient(unit, "DIRECTOR", "en", "");
        task(unit, "2022-01-15");

        run("2022-01-07", true)
                .body(of("digests", director) + ".lines", hasSize(1))
                .body("gaps.find { it.unit == '" + unit + "' }.section", equalTo("LEGAL"))
                .body("gaps.find { it.unit == '" + unit + "' }.directorTold", equalTo(true));
    }

    @Test
    void refusesToSendTheMailOfADayToCome() {
        run("2035-01-01", false)
                .statusCode(422)
                .body("type", equalTo("https://kongdee.org/problems/date-in-future"))
                .body("errors[0].pointer", equalTo("/date"));
        run("2035-01-01", true).statusCode(200);
    }

    @Test
    void refusesARunWithoutADateAndOneByAViewer() {
        as("organiser")
                .body("{}")
                .post("/v1/runs")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/date"));
        as("viewer").body("{}").post("/v1/runs").then().statusCode(403);
    }

    @Test
    void whatIsDoneBeforeTheHourOfTheMailIsLeftOut() {
        String unit = freshUnit();
        Noon.policy(unit, "23:59");
        String head = recipient(unit, "HEAD", "en", "LEGAL");
        String first = task(unit, Noon.today().plusDays(7).toString());
        task(unit, Noon.today().plusDays(1).toString());
        run(Noon.today().toString(), false).statusCode(200);
        String message =
                as("organiser")
                        .queryParam("recipient", head)
                        .queryParam("status", "QUEUED")
                        .get("/v1/reminders")
                        .then()
                        .body("items", hasSize(2))
                        .extract()
                        .path("items[0].message");

        as("officer", unit)
                .post("/v1/tasks/" + first + "/occurrences/" + Noon.today().plusDays(7) + "/done")
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"));

        as("organiser")
                .accept("text/plain")
                .get("/v1/messages/" + message)
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString(Noon.today().plusDays(1).toString()))
                .body(not(containsString(Noon.today().plusDays(7).toString())))
                .body(containsString("/links/hidden"));
    }

    @Test
    void listsRemindersAsCsvForSpreadsheets() {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "en", "LEGAL");
        task(unit, "2022-04-15");
        run("2022-04-08", false).statusCode(200);

        String csv =
                as("organiser")
                        .accept("text/csv")
                        .queryParam("unit", unit)
                        .get("/v1/reminders")
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .extract()
                        .asString();

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv.lines().skip(1).findFirst().orElseThrow())
                .contains("," + head + ",", ",2022-04-15,7,7,");
    }

    @Test
    void anOfficerSeesTheOwnUnitAndAViewerNoAddresses() {
        String unit = freshUnit();
        recipient(unit, "HEAD", "en", "LEGAL");
        task(unit, "2022-05-16");
        run("2022-05-09", false).statusCode(200);

        as("officer", unit).get("/v1/reminders").then().body("items", hasSize(1));
        as("officer", freshUnit()).get("/v1/reminders").then().body("items", empty());
        as("viewer")
                .queryParam("unit", unit)
                .get("/v1/reminders")
                .then()
                .body("items[0].email", equalTo(null));
    }
}
