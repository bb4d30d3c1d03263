package org.kongdee.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.stack.inbox.Inbox;
import org.kongdee.stack.rest.FakeService;
import org.kongdee.stack.rest.RestClient;

class RemindingTest {

    private static final String TWO_MAILS =
            """
            {"total":3,"items":[{"message":"m1","recipient":"slk-legal-head"},
              {"message":"m1","recipient":"slk-legal-head"},{"message":"m2","recipient":"slk-director"}]}
            """;
    private static final String MAIL =
            """
            Delivered-To: legal.head@slk.example
            Subject: =?UTF-8?Q?=E0=B9=83=E0=B8=81=E0=B8=A5=E0=B9=89?=
            Message-ID: <m1@slk.example>
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            แนวทางป้องกันการทุจริต
            """;

    @TempDir Path mail;

    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void waitsForTheMailAndShowsItDecoded() throws Exception {
        Files.writeString(mail.resolve("1.eml"), MAIL);

        assertThat(remind("en"))
                .contains("2022-01-07: 2 digests", "2 are new")
                .contains("Subject: ใกล้", "แนวทางป้องกันการทุจริต");
        assertThat(looks.get()).isEqualTo(2);
    }

    @Test
    void saysThatARepeatedRunSendsNothingTwice() throws Exception {
        remind("en");

        assertThat(remind("en")).contains("2 digests", "0 are new", "nothing is sent twice");
        assertThat(remind("th")).contains("7 มกราคม 2565", "ไม่มีการส่งซ้ำ");
    }

    @Test
    void saysWhereAMailStandsThatIsNotInTheInbox() throws Exception {
        assertThat(remind("en")).contains("The mail to legal.head@slk.example is SENT");
    }

    private String answer(FakeService.Request request) {
        return switch (request.line()) {
            case "POST /v1/runs" -> {
                runs.incrementAndGet();
                yield "{}";
            }
            case "GET /v1/reminders" -> runs.get() == 0 ? "{\"items\":[]}" : TWO_MAILS;
            case "GET /v1/messages/m1" ->
                    "{\"email\":\"legal.head@slk.example\",\"messageId\":\"<m1@slk.example>\",\"state\":\""
                            + (looks.incrementAndGet() == 1 ? "QUEUED" : "SENT")
                            + "\"}";
            default -> "{}";
        };
    }

    private String remind(String language) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FakeService service = new FakeService(this::answer);
                RestClient client = service.client()) {
            PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            new Reminding(client, new Inbox(mail), out, Duration.ofMillis(1), 5).run(language);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
