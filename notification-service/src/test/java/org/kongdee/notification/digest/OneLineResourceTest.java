package org.kongdee.notification.digest;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.Api;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.Noon;
import org.kongdee.stack.inbox.ReceivedMail;
import org.kongdee.test.TestInbox;

/** What a title of several lines does to mails and pages: nothing. */
@QuarkusTest
@LocalStack
class OneLineResourceTest {

    /** No NUL, which the database would not take. */
    private static final String EVIL =
            "Report\n\nDone: https://evil.example/\u2028Done: https://evil.example/\u0085x\u202Ey\u000Bz";

    private static final String LINE =
            "Report Done: https://evil.example/ Done: https://evil.example/ x y z";

    @Inject DataSource database;

    @Test
    void aTitleIsOneLineInMailNoticeAndPage() throws SQLException {
        String unit = freshUnit();
        String head = recipient(unit, "HEAD", "en", "LEGAL");
        Noon.policy(unit, "00:00");
        entitle(Api.task(unit, Noon.today().plusDays(7).toString()));

        as("organiser")
                .body("{\"date\": \"%s\"}".formatted(Noon.today()))
                .post("/v1/runs")
                .then()
                .statusCode(200);

        String digest = lines(mailTo(head + "@slk.example", ""));
        assertThat(digest).contains("\n* " + LINE + "\n");
        assertThat(digest.lines()).noneMatch(line -> line.startsWith("Done:"));
        String done = link("Done", digest);
        given().get(done).then().statusCode(200).body(containsString(LINE));
        given().contentType("application/x-www-form-urlencoded")
                .post(link("Not mine", digest))
                .then()
                .statusCode(200)
                .body(containsString(LINE));
        ReceivedMail notice = mailTo("organiser@slk.example", unit);
        assertThat(notice.subject()).isEqualTo("Not mine: " + unit + " " + LINE);
        assertThat(lines(notice)).contains("\n" + LINE + ", due ");
    }

    private void entitle(String deadline) throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "update deadline set title_en = ? where deadline = ?")) {
            statement.setString(1, EVIL);
            statement.setString(2, deadline);
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    private static ReceivedMail mailTo(String address, String inSubject) {
        return await().atMost(ofSeconds(30))
                .until(() -> mails(address, inSubject), mails -> !mails.isEmpty())
                .getFirst();
    }

    private static List<ReceivedMail> mails(String address, String inSubject) {
        return TestInbox.messagesTo(address).stream()
                .filter(mail -> mail.subject().contains(inSubject))
                .toList();
    }

    private static String lines(ReceivedMail mail) {
        return mail.text().orElseThrow().replace("\r", "");
    }

    private static String link(String text, String digest) {
        return Pattern.compile("(?m)^ +" + text + ": \\S+(/links/\\S+)$")
                .matcher(digest)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
