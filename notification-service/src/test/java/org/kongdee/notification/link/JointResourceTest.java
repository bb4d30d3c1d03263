package org.kongdee.notification.link;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshKey;
import static org.kongdee.notification.Api.recipient;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;
import org.kongdee.notification.milestone.RubricCycle;
import org.kongdee.stack.inbox.ReceivedMail;
import org.kongdee.test.TestInbox;

/** Who is told of what several owe, and what they can do about it, by mails that really arrived. */
@QuarkusTest
@LocalStack
@Tag("slow")
class JointResourceTest {

    private static final String DUE = Noon.today().plusDays(7).toString();

    private final RubricCycle cycle = new RubricCycle();
    private final String unit = cycle.unit();

    private void mirror(String... rows) {
        cycle.is("OPEN");
        cycle.milestones(freshKey("c"), rows);
        RubricCycle.sync();
    }

    private static void pass() {
        as("organiser")
                .body("{\"date\": \"%s\"}".formatted(Noon.today()))
                .post("/v1/runs")
                .then()
                .statusCode(200);
    }

    private static String mailTo(String recipient, int number) {
        List<ReceivedMail> mails =
                await().atMost(ofSeconds(30))
                        .until(
                                () -> TestInbox.messagesTo(recipient + "@slk.example"),
                                all -> all.size() >= number);
        assertThat(mails).hasSize(number);
        // The newest stands first.
        return mails.getFirst().text().orElseThrow().replace("\r", "");
    }

    private static String link(String mail, String text) {
        return URI.create(
                        Pattern.compile("(?m)^ *" + text + ": (\\S+/links/\\S+)$")
                                .matcher(mail)
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group(1))
                .getPath();
    }

    private static String press(String link) {
        return given().contentType("application/x-www-form-urlencoded")
                .post(link)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String joint(String status, String settled) {
        return cycle.joint(DUE, status)
                .replace("\"sections\": [\"LEGAL\"]", "\"sections\": [\"LEGAL\", \"PLAN\"]")
                .replace("\"settled\": null", "\"settled\": " + settled);
    }

    private void assertStatus(String status) {
        as("viewer")
                .get("/v1/deadlines/%s:%s:1.1.1:1".formatted(cycle.key(), unit))
                .then()
                .body("status", equalTo(status));
    }

    @Test
    void oneSettlesItForAllAndTheOthersReadSoAndCanReopenIt() {
        Noon.policy(unit, "00:00");
        String legal = recipient(unit, "HEAD", "en", "LEGAL");
        String plan = recipient(unit, "HEAD", "en", "PLAN");
        mirror(joint("PLANNED", "null"));
        pass();
        String mail = mailTo(legal, 1);
        assertThat(mailTo(plan, 1)).contains("* 1.1.1 Guideline");

        String done = link(mail, "Done");
        assertThat(given().get(done).asString()).contains("It is owed jointly");
        press(done);
        assertStatus("DONE");
        // Told, and mirrored as rubric-service has it now.
        await().atMost(ofSeconds(30))
                .until(() -> cycle.calls().stream().anyMatch(c -> c.startsWith("PATCH ")));
        mirror(
                joint(
                        "DONE",
                        "{\"by\": \"recipient:%s\", \"byName\": \"Legal\", \"at\": \"%sT01:00:00Z\", \"answer\": \"on paper\"}"
                                .formatted(legal, Noon.today().minusDays(1))));

        // A mail that goes anyway, for something else.
        String other = freshKey("task");
        as("organiser")
                .body(
                        "{\"title\": \"X\", \"unit\": \"%s\", \"sections\": [\"LEGAL\", \"PLAN\"], \"due\": \"%s\"}"
                                .formatted(unit, Noon.today()))
                .put("/v1/tasks/" + other);
        pass();

        assertThat(mailTo(legal, 2)).doesNotContain("1.1.1");
        String next = mailTo(plan, 2);
        assertThat(next)
                .contains("== Done by others (1) ==", "settled by Legal, ", "Answer: on paper");
        String reopen = link(next, "It is not done: reopen it");
        assertThat(given().get(reopen).asString()).contains("Take back that this is done?");
        assertThat(press(reopen)).contains("It is open again.");
        assertStatus("PLANNED");
        given().get(reopen).then().body(containsString("It is open again."));
    }

    /** rubric-service asks for a reason and keeps that of a link; it is nobody's answer. */
    @Test
    void whoGaveNoAnswerIsShownNone() {
        Noon.policy(unit, "00:00");
        String legal = recipient(unit, "HEAD", "en", "LEGAL");
        mirror(joint("PLANNED", "null"));
        pass();
        String done = link(mailTo(legal, 1), "Done");
        mirror(
                joint(
                        "DONE",
                        "{\"by\": \"recipient:%s\", \"byName\": \"Legal\", \"at\": \"%sT01:00:00Z\", \"answer\": \"marked as done by the link in a reminder\"}"
                                .formatted(legal, Noon.today())));

        as("viewer")
                .get("/v1/deadlines/%s:%s:1.1.1:1".formatted(cycle.key(), unit))
                .then()
                .body("settled.by", equalTo("recipient:" + legal))
                .body("settled.answer", nullValue());
        given().get(done)
                .then()
                .body(containsString("settled by Legal"))
                .body(not(containsString("Answer")));
    }

    @Test
    void whoHoldsTwoPostsSettlesBothRowsByOneLineAndNoOthers() {
        Noon.policy(unit, "00:00");
        String acting = freshKey("acting");
        as("organiser")
                .body(
                        """
                        {"email": "%1$s@slk.example", "name": "A", "language": "en",
                         "posts": [{"unit": "%2$s", "sections": ["LEGAL"], "role": "HEAD"},
                                   {"unit": "%2$s", "sections": ["SUPPLY"], "role": "HEAD"}]}"""
                                .formatted(acting, unit))
                .put("/v1/recipients/" + acting)
                .then()
                .statusCode(201);
        mirror(cycle.owedBy("LEGAL", DUE), cycle.owedBy("PLAN", DUE), cycle.owedBy("SUPPLY", DUE));
        pass();
        String mail = mailTo(acting, 1);

        assertThat(mail)
                .containsOnlyOnce("* 7.3.1 Hold a meeting")
                .contains("Section LEGAL, Section SUPPLY");
        String done = link(mail, "Done");
        assertThat(given().get(done).asString())
                .contains("This settles it for: Section LEGAL, Section SUPPLY");
        press(done);

        for (String section : List.of("LEGAL", "SUPPLY", "PLAN")) {
            as("viewer")
                    .get("/v1/deadlines/%s:%s:7.3.1:1:%s".formatted(cycle.key(), unit, section))
                    .then()
                    .body("status", equalTo(section.equals("PLAN") ? "PLANNED" : "DONE"));
        }
    }

    @Test
    void ofAVacantSectionTheDirectorIsToldWithItsNameAndTheGapReported() {
        Noon.policy(unit, "00:00");
        String director = recipient(unit, "DIRECTOR", "en", "");
        recipient(unit, "HEAD", "en", "LEGAL");
        mirror(cycle.owedBy("LEGAL", DUE), cycle.owedBy("PLAN", DUE));

        as("organiser")
                .body("{\"date\": \"%s\"}".formatted(Noon.today()))
                .post("/v1/runs")
                .then()
                .body("gaps.find { it.unit == '" + unit + "' }.section", equalTo("PLAN"))
                .body("gaps.find { it.unit == '" + unit + "' }.directorTold", equalTo(true));

        assertThat(mailTo(director, 1)).containsOnlyOnce("* 7.3.1").contains("Section PLAN");
    }

    @Test
    void aSecondRunSendsWhatBecameDueAndThenSaysWhyNot() {
        Noon.policy(unit, "00:00");
        String head = recipient(unit, "HEAD", "en", "LEGAL");
        String suppressed = "suppressed.find { it.recipient == '" + head + "' }.reason";
        for (int number = 1; number <= 2; number++) {
            as("organiser")
                    .body(
                            "{\"title\": \"Report %d\", \"unit\": \"%s\", \"sections\": [\"LEGAL\"], \"due\": \"%s\"}"
                                    .formatted(number, unit, Noon.today()))
                    .put("/v1/tasks/" + freshKey("task"))
                    .then()
                    .statusCode(201);
            pass();
            assertThat(mailTo(head, number)).contains("Report " + number);
        }
        as("organiser")
                .body(
                        "{\"title\": \"Report 3\", \"unit\": \"%s\", \"sections\": [\"LEGAL\"], \"due\": \"%s\"}"
                                .formatted(unit, Noon.today()))
                .put("/v1/tasks/" + freshKey("task"));

        as("organiser")
                .body("{\"date\": \"%s\"}".formatted(Noon.today()))
                .post("/v1/runs")
                .then()
                .statusCode(200)
                .body(suppressed, equalTo("NEXT_DAY"));
        assertThat(mailTo(head, 2)).doesNotContain("Report 3");
        // Nothing is decided for good: the next day's pass says it.
        as("organiser")
                .queryParam("recipient", head)
                .get("/v1/reminders")
                .then()
                .body("total", equalTo(2));
    }

    @Test
    void notMineLeavesTheCalendarToo() {
        Mailed reader = Mailed.toAHead();
        String feed =
                as("organiser")
                        .post("/v1/recipients/" + reader.recipient() + "/calendar-tokens")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("url");
        String path = URI.create(feed).getPath();
        given().get(path).then().body(containsString("BEGIN:VEVENT"));

        press(reader.link("Not mine"));

        assertThat(given().get(path).asString()).doesNotContain("BEGIN:VEVENT");
    }
}
