package org.kongdee.notification.message;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshKey;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;
import org.kongdee.notification.link.Mailed;
import org.kongdee.notification.milestone.RubricCycle;
import org.kongdee.stack.inbox.ReceivedMail;
import org.kongdee.test.TestInbox;

/** Every mail that is sent, as the mail server got it; and that it is shown as it was sent. */
@QuarkusTest
@LocalStack
class WireResourceTest {

    private static ReceivedMail mail(String address, String inSubject) {
        return await().atMost(ofSeconds(30))
                .until(
                        () ->
                                TestInbox.messagesTo(address).stream()
                                        .filter(mail -> mail.subject().contains(inSubject))
                                        .toList(),
                        mails -> !mails.isEmpty())
                .getFirst();
    }

    /** What is shown of it to an organiser, as a file. */
    private static MimeMessage shown(ReceivedMail mail) throws Exception {
        String id = mail.header("Message-ID").replaceAll("<(.+)@.+>", "$1");
        byte[] file =
                as("organiser")
                        .accept("message/rfc822")
                        .get("/v1/messages/" + id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(file));
    }

    private static void check(ReceivedMail mail) throws Exception {
        Wire.check(mail.message());
        MimeMessage shown = shown(mail);
        Wire.check(shown);
        assertThat(Wire.headers(shown)).isEqualTo(Wire.headers(mail.message()));
        assertThat(Wire.texts(shown)).isEqualTo(Wire.texts(mail.message()));
    }

    @Test
    void aDigestInThaiOfLongWords() throws Exception {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "th", "LEGAL");
        Noon.policy(unit, "00:00");
        as("organiser")
                .body(
                        """
                        {"title": {"en": "x", "th": "%s https://kongdee.example/%s"}, "unit": "%s", "sections": ["LEGAL"], "due": "%s"}"""
                                .formatted(
                                        "รายงานผลการดำเนินงาน".repeat(5),
                                        "x".repeat(150),
                                        unit,
                                        Noon.today().plusDays(7)))
                .put("/v1/tasks/" + freshKey("task"))
                .then()
                .statusCode(201);
        as("organiser")
                .body("{\"date\": \"%s\"}".formatted(Noon.today()))
                .post("/v1/runs")
                .then()
                .statusCode(200);

        ReceivedMail mail = mail(head + "@slk.example", "");
        check(mail);
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.header("List-Unsubscribe")).startsWith("<http").contains("/links/");
        // It is shown as it was sent, whoever they are by now.
        as("organiser")
                .header("If-Match", "*")
                .body(
                        """
                        {"email": "%s@slk.example", "name": "Another Name", "language": "en",
                         "posts": [{"unit": "%s", "sections": ["LEGAL"], "role": "HEAD"}]}"""
                                .formatted(head, unit))
                .put("/v1/recipients/" + head)
                .then()
                .statusCode(200);
        check(mail);
    }

    @Test
    void whatTheOrganiserIsTold() throws Exception {
        Mailed reader = Mailed.toAHead();
        as("organiser")
                .header("If-Match", "*")
                .body(
                        """
                        {"email": "%1$s@slk.example", "name": "สมหญิงผู้มีนามสกุลยาวมาก %1$s", "language": "en",
                         "posts": [{"unit": "%2$s", "sections": ["LEGAL"], "role": "HEAD"}]}"""
                                .formatted(reader.recipient(), reader.unit()))
                .put("/v1/recipients/" + reader.recipient())
                .then()
                .statusCode(200);
        undo(press(reader.link("Not mine")));
        undo(press(reader.link("Pause reminders")));

        for (String subject :
                new String[] {
                    "Not mine: " + reader.unit(), "Mine after all: " + reader.unit(),
                }) {
            check(mail("organiser@slk.example", subject));
        }
        for (String subject : new String[] {"Reminders paused", "Reminders resumed"}) {
            ReceivedMail told =
                    await().atMost(ofSeconds(30))
                            .until(
                                    () ->
                                            TestInbox.messagesTo("organiser@slk.example").stream()
                                                    .filter(m -> m.subject().contains(subject))
                                                    .filter(
                                                            m ->
                                                                    m.subject()
                                                                            .contains(
                                                                                    reader
                                                                                            .recipient()))
                                                    .toList(),
                                    mails -> mails.size() == 1)
                            .getFirst();
            check(told);
            assertThat(told.header("List-Unsubscribe")).isEmpty();
        }
    }

    private static String press(String link) {
        return given().contentType("application/x-www-form-urlencoded")
                .post(link)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void undo(String page) {
        String token =
                Pattern.compile("action=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1);
        press("/links/" + token);
    }

    @Test
    void aRejectionWhichCanBePausedToo() throws Exception {
        RubricCycle cycle = new RubricCycle();
        String head = recipient(cycle.unit(), "HEAD", "th", "LEGAL");
        cycle.is("OPEN");
        cycle.milestones("m-1");
        cycle.rejected(freshKey("item"), "somebody-else", true);
        RubricCycle.sync();

        ReceivedMail mail = mail(head + "@slk.example", "");
        check(mail);
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        String link = mail.header("List-Unsubscribe").replaceAll("<.+(/links/.+)>", "$1");
        assertThat(mail.text().orElseThrow()).contains("พักการแจ้งเตือน: ", link);

        press(link);

        as("organiser")
                .get("/v1/recipients/" + head)
                .then()
                .body("pausedUntil", org.hamcrest.Matchers.notNullValue());
    }
}
