package org.kongdee.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.notification.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.link.Mailed;
import org.kongdee.test.PublishedContract;
import org.kongdee.test.generated.GeneratedRun;
import org.kongdee.test.generated.Pool;
import org.kongdee.test.generated.RandomTokens;

/**
 * Every operation keeps the contract, whatever it is asked; and every example of the contract works
 * where what it names is there.
 */
@QuarkusTest
@LocalStack
@TestProfile(GeneratedRequestsTest.OwnDatabase.class)
@Tag("slow")
class GeneratedRequestsTest {

    private static final String HEAD = "slk-legal-head";

    /** Nobody else's data is in the way, nor this one's in theirs. */
    public static class OwnDatabase implements QuarkusTestProfile {}

    @Test
    void allAnswersKeepTheContract() {
        Pool pool =
                new Pool()
                        .add("unit", "SLK")
                        .add("section", "LEGAL")
                        .add("recipient", HEAD)
                        .add("policy", "contest-2565")
                        .add("calendar", "thai-public")
                        .add("cycle", "division-contest-2565")
                        .add("timeZone", "Asia/Bangkok")
                        .add("zone", "Asia/Bangkok")
                        .add("rrule", "FREQ=MONTHLY;BYMONTHDAY=-1")
                        .add("at", "08:00")
                        .add("start", "2021-12-31")
                        .add("days", "2")
                        .add("date", "2022-01-30");
        prepare(pool);

        try (var run =
                new GeneratedRun(
                        PublishedContract.of("notification-service"),
                        "http://localhost:" + RestAssured.port,
                        pool,
                        2565,
                        new RandomTokens("SLK"))) {
            run.examples(
                            "getDeadline",
                            "listDuties",
                            // Before a link may have ended it.
                            "snoozeReminder",
                            "endSilence",
                            "showLink",
                            "useLink",
                            "putTask",
                            "getTask",
                            "getCalendar",
                            "answerOccurrence",
                            "reopenOccurrence",
                            "listOccurrences",
                            "listTaskHistory",
                            "patchTask",
                            "getMessage",
                            "reportBounce",
                            "revokeCalendarToken",
                            "putHolidays",
                            "getHolidays",
                            "putPolicy",
                            "getPolicy",
                            "deletePolicy",
                            "deleteHolidays",
                            "resendReminder")
                    .run()
                    // Whatever was made before may be gone by now.
                    .examples("putTask", "answerTask", "reopenTask", "putRecipient", "revokeLinks");

            assertThat(run.faults()).isEmpty();
            assertThat(run.withoutWorkingExample()).isEmpty();
            assertThat(run.neverRefused()).isEmpty();
        }
    }

    /** A head with a mail that has links, a deadline and a calendar. */
    private static void prepare(Pool pool) {
        as("organiser")
                .body(
                        """
                        {"email": "%1$s@slk.example", "name": "สมหญิง ใจดี", "language": "en",
                         "subject": "%1$s", "posts": [{"unit": "SLK", "sections": ["LEGAL"], "role": "HEAD"}]}"""
                                .formatted(HEAD))
                .put("/v1/recipients/" + HEAD)
                .then()
                .statusCode(201);
        Mailed mailed = Mailed.to(HEAD, "SLK");
        mailed.links()
                .values()
                .forEach(link -> pool.add("token", link.replaceFirst("/links/", "")));
        String deadline = mailed.deadline();
        String due = Noon.today().plusDays(7).toString();
        pool.add("deadline", deadline)
                .add("task", deadline)
                .add("id", deadline)
                .add("date", due)
                .add("due", due);
        var reminder =
                as("organiser").get("/v1/reminders?unit=SLK").then().statusCode(200).extract();
        pool.add("id", reminder.path("items[0].id")).add("id", reminder.path("items[0].message"));
        var calendar =
                as("organiser")
                        .post("/v1/recipients/%s/calendar-tokens".formatted(HEAD))
                        .then()
                        .statusCode(201)
                        .extract();
        String url = calendar.path("url");
        pool.add("token", url.replaceFirst(".*/", "").replace(".ics", ""));
        pool.add("id", calendar.path("id"));
    }
}
