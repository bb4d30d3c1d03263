package org.kongdee.notification.link;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;
import static org.kongdee.notification.Api.task;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;
import org.kongdee.test.TestInbox;

/** One click in a mail program, and a week of quiet (RFC 8058). */
@QuarkusTest
@LocalStack
class PauseResourceTest {

    private static final LocalDate NEXT_WEEK = Noon.today().plusDays(7);

    @Inject DataSource database;

    /** As mail programs do, some in one encoding and some in the other. */
    private static ValidatableResponse click(Mailed reader) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(reader.link("Pause reminders"))
                .then();
    }

    private static ValidatableResponse clickInParts(Mailed reader) {
        return given().redirects()
                .follow(false)
                .multiPart("List-Unsubscribe", "One-Click")
                .post(reader.link("Pause reminders"))
                .then();
    }

    private static void isPausedUntil(Mailed reader, @Nullable LocalDate day) {
        as("organiser")
                .get("/v1/recipients/" + reader.recipient())
                .then()
                .body("pausedUntil", day == null ? nullValue() : equalTo(day.toString()));
    }

    private static void enterPause(Mailed reader, LocalDate until) {
        as("organiser")
                .header("If-Match", "*")
                .body(
                        """
                        {"email": "%s@slk.example", "name": "สมหญิง ใจดี", "language": "en", "pausedUntil": "%s",
                         "posts": [{"unit": "%s", "sections": ["LEGAL"], "role": "HEAD"}]}"""
                                .formatted(reader.recipient(), until, reader.unit()))
                .put("/v1/recipients/" + reader.recipient())
                .then()
                .statusCode(200);
    }

    private int told(Mailed reader, String notice) throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "select count(*) from message where notice->>'notice' = ? and notice->'who'->>'id' = ?")) {
            statement.setString(1, notice);
            statement.setString(2, reader.recipient());
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getInt(1);
            }
        }
    }

    private void update(String sql, String recipient) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, recipient);
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    @Test
    void oneClickPausesForAWeekWithoutCookieOrRedirect() throws Exception {
        for (boolean inParts : List.of(false, true)) {
            Mailed reader = Mailed.toAHead();

            var answer = inParts ? clickInParts(reader) : click(reader);

            answer.statusCode(200)
                    .header("Set-Cookie", nullValue())
                    .header("Location", nullValue())
                    .header("Cache-Control", "no-store")
                    .body(containsString(NEXT_WEEK.toString()));
            isPausedUntil(reader, NEXT_WEEK);
            assertThat(told(reader, "PAUSED")).isOne();
        }
    }

    @Test
    void howeverOftenItIsClickedTheOrganiserIsToldOnce() throws Exception {
        Mailed reader = Mailed.toAHead();
        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ValidatableResponse>> all =
                    Stream.of(1, 2, 3, 4)
                            .<Callable<ValidatableResponse>>map(
                                    n -> () -> n % 2 == 0 ? click(reader) : clickInParts(reader))
                            .toList();
            for (Future<ValidatableResponse> one : clicks.invokeAll(all)) {
                one.get().statusCode(200);
            }
        }
        assertThat(told(reader, "PAUSED")).isOne();

        // Some days later it still holds, and grows no longer by the old mail.
        update(
                "update recipient set paused_until = paused_until - 4 where recipient = ?",
                reader.recipient());
        click(reader).statusCode(200);

        isPausedUntil(reader, NEXT_WEEK.minusDays(4));
        assertThat(told(reader, "PAUSED")).isOne();
        await().atMost(ofSeconds(30))
                .until(
                        () ->
                                TestInbox.messagesTo("organiser@slk.example").stream()
                                        .anyMatch(m -> said(m.text().orElseThrow(), reader)));
    }

    private static boolean said(String text, Mailed reader) {
        return text.contains(reader.recipient())
                && text.contains("has paused reminders until " + NEXT_WEEK);
    }

    @Test
    void thePageSaysSoAndEndsIt() throws Exception {
        Mailed reader = Mailed.toAHead();
        String link = reader.link("Pause reminders");
        given().get(link).then().body(containsString("Stop all reminders to you for 7 days?"));
        isPausedUntil(reader, null);
        click(reader).statusCode(200);

        String page =
                given().get(link)
                        .then()
                        .statusCode(200)
                        .body(containsString("Reminders resume on"))
                        .body(containsString(NEXT_WEEK.toString()))
                        .extract()
                        .asString();
        String resume = "/links/" + undoOf(page);
        given().get(resume).then().statusCode(200).body(containsString("End the pause"));
        isPausedUntil(reader, NEXT_WEEK);
        for (int i = 0; i < 2; i++) {
            given().multiPart("x", "y")
                    .post(resume)
                    .then()
                    .statusCode(200)
                    .body(containsString("You get reminders."));
        }

        isPausedUntil(reader, null);
        assertThat(told(reader, "RESUMED")).isOne();
        given().get(link).then().body(containsString("Stop all reminders to you for 7 days?"));
        click(reader).statusCode(200);
        assertThat(told(reader, "PAUSED")).isEqualTo(2);
    }

    private static String undoOf(String page) {
        return Pattern.compile("action=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    @Test
    void aPauseThatWasEnteredIsLengthenedButNeverShortenedOrEnded() throws Exception {
        Mailed reader = Mailed.toAHead();
        enterPause(reader, Noon.today().plusDays(3));
        click(reader).body(containsString("action="));
        isPausedUntil(reader, NEXT_WEEK);
        assertThat(told(reader, "PAUSED")).isOne();

        Mailed away = Mailed.toAHead();
        enterPause(away, Noon.today().plusDays(30));
        click(away)
                .statusCode(200)
                .body(containsString(Noon.today().plusDays(30).toString()))
                .body(not(containsString("action=")));
        isPausedUntil(away, Noon.today().plusDays(30));
        assertThat(told(away, "PAUSED")).isZero();
    }

    /** HR automation loads the same people every night, and knows nothing of it. */
    @Test
    void aNightlyLoadLeavesItAloneAndAnOrganiserEndsIt() {
        Mailed reader = Mailed.toAHead();
        click(reader).statusCode(200);
        String person =
                """
                "email": "%s@slk.example", "name": "สมหญิง ใจดี", "language": "en",
                "posts": [{"unit": "%s", "sections": ["LEGAL"], "role": "HEAD"}]}"""
                        .formatted(reader.recipient(), reader.unit());
        String etag = as("organiser").get("/v1/recipients/" + reader.recipient()).header("ETag");

        as("automation")
                .body("[{\"recipient\": \"%s\", %s]".formatted(reader.recipient(), person))
                .post("/v1/recipients")
                .then()
                .body("outcomes.status", contains(200));

        isPausedUntil(reader, NEXT_WEEK);
        as("organiser")
                .header("If-Match", etag)
                .body("{" + person)
                .put("/v1/recipients/" + reader.recipient())
                .then()
                .statusCode(200);
        isPausedUntil(reader, null);
    }

    @Test
    void whatFellIntoThePauseComesInOneMailAfterIt() {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "en", "LEGAL");
        task(unit, NEXT_WEEK.toString());
        Noon.policy(unit, "00:00");
        Mailed reader = new Mailed(unit, head, "", java.util.Map.of());
        enterPause(reader, Noon.today().plusDays(1));
        run();
        ofReader(reader)
                .body("items.status", contains("SUPPRESSED"))
                .body("items.reason", contains("PAUSED"));

        enterPause(reader, Noon.today());
        run();

        await().atMost(ofSeconds(30))
                .until(() -> TestInbox.messagesTo(head + "@slk.example").size(), equalTo(1));
        assertThat(TestInbox.messagesTo(head + "@slk.example").getFirst().text().orElseThrow())
                .contains("* Report", "7 days left");
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> ofReader(reader).body("items.status", contains("SENT")));
        run();
        ofReader(reader).body("total", equalTo(1)).body("items.status", hasItem("SENT"));
    }

    private static void run() {
        as("organiser")
                .body("{\"date\": \"%s\"}".formatted(Noon.today()))
                .post("/v1/runs")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse ofReader(Mailed reader) {
        return as("organiser")
                .queryParam("recipient", reader.recipient())
                .get("/v1/reminders")
                .then();
    }
}
