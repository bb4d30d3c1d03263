package org.kongdee.notification.rejection;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshKey;
import static org.kongdee.notification.Api.recipient;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.milestone.RubricCycle;
import org.kongdee.stack.inbox.ReceivedMail;
import org.kongdee.test.TestInbox;

/** Who is told that evidence was rejected, by mails that really arrived. */
@QuarkusTest
@LocalStack
@Tag("slow")
class RejectionResourceTest {

    private final RubricCycle cycle = new RubricCycle();

    private static List<ReceivedMail> mailTo(String recipient) {
        return await().atMost(ofSeconds(30))
                .until(
                        () -> TestInbox.messagesTo(recipient + "@slk.example"),
                        mails -> !mails.isEmpty());
    }

    @Test
    void tellsWhoFiledItOnce() throws Exception {
        String head = recipient(cycle.unit(), "HEAD", "en", "LEGAL");
        String filer = freshKey("filer");
        as("organiser")
                .body(
                        """
                        {"email": "%1$s@slk.example", "name": "สมหญิง ใจดี", "language": "th", "subject": "%1$s",
                         "posts": [{"unit": "%2$s", "sections": ["PLAN"], "role": "OFFICER"}]}"""
                                .formatted(filer, cycle.unit()))
                .put("/v1/recipients/" + filer)
                .then()
                .statusCode(201);
        cycle.is("OPEN");
        cycle.milestones("m-1");
        cycle.rejected(freshKey("item"), filer, true);
        RubricCycle.sync();

        ReceivedMail mail = mailTo(filer).getFirst();

        assertThat(mail.subject()).isEqualTo("หลักฐานไม่ผ่านการตรวจ ๑ รายการ");
        assertThat(mail.text().orElseThrow().replace("\r", ""))
                .contains(
                        "เรียน สมหญิง ใจดี",
                        "๑.๑.๒ บุคลากรทราบ",
                        "การสื่อสาร: Circular",
                        "not signed");
        assertThat(mail.header("Reply-To")).isEqualTo("organiser@slk.example");
        RubricCycle.sync();
        Thread.sleep(4000);
        assertThat(mailTo(filer)).hasSize(1);
        assertThat(TestInbox.messagesTo(head + "@slk.example")).isEmpty();
    }

    @Test
    void tellsThePeopleOfTheSectionWhereTheFilerIsNoRecipient() {
        String head = recipient(cycle.unit(), "HEAD", "en", "LEGAL");
        String officer = recipient(cycle.unit(), "OFFICER", "en", "LEGAL");
        String director = recipient(cycle.unit(), "DIRECTOR", "en", "");
        cycle.is("OPEN");
        cycle.milestones("m-1");
        cycle.rejected(freshKey("item"), "somebody-else", true);
        RubricCycle.sync();

        assertThat(mailTo(head).getFirst().subject()).isEqualTo("Evidence not accepted");
        mailTo(officer);
        assertThat(TestInbox.messagesTo(director + "@slk.example")).isEmpty();
    }

    @Test
    void tellsTheDirectorWhereNobodyElseIs() {
        String director = recipient(cycle.unit(), "DIRECTOR", "en", "");
        cycle.is("OPEN");
        cycle.milestones("m-1");
        cycle.rejected(freshKey("item"), "somebody-else", false);
        RubricCycle.sync();

        mailTo(director);
    }
}
