package org.kongdee.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.inbox.Inbox;
import org.kongdee.stack.inbox.MailPrinter;
import org.kongdee.stack.inbox.ReceivedMail;
import org.kongdee.stack.rest.RestClient;

/**
 * Has the reminders of 7 January 2022 sent, the working day on which the 7-day reminders of 15
 * January fall, and prints the mail that the head of one section got. Safe to repeat: nothing is
 * sent twice.
 */
public final class Reminding {

    private static final LocalDate DAY = LocalDate.of(2022, 1, 7);
    private static final String SHOWN = "slk-legal-head";
    private static final Set<String> UNDER_WAY = Set.of("QUEUED", "SENDING", "RETRY");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestClient notificationService;
    private final Inbox inbox;
    private final PrintStream out;
    private final Duration poll;
    private final int polls;

    public Reminding(RestClient notificationService, Inbox inbox, PrintStream out) {
        this(notificationService, inbox, out, Duration.ofMillis(250), 120);
    }

    /**
     * @param polls how often, {@code poll} apart, it is asked whether the mail has left
     */
    Reminding(
            RestClient notificationService,
            Inbox inbox,
            PrintStream out,
            Duration poll,
            int polls) {
        this.notificationService = notificationService;
        this.inbox = inbox;
        this.out = out;
        this.poll = poll;
        this.polls = polls;
    }

    public void run(String language) throws IOException, InterruptedException {
        Words words = Words.of(language);
        Map<String, String> before = mails();
        notificationService.post("/v1/sync").expecting(200);
        notificationService
                .post("/v1/runs", JSON.createObjectNode().put("date", DAY.toString()))
                .expecting(200);
        Map<String, String> mails = mails();
        long fresh = mails.keySet().stream().filter(id -> !before.containsKey(id)).count();
        out.printf(
                words.in(
                                "Reminders of %s: %d digests, one a person; %d are new in this run.",
                                "การเตือนของวันที่ %s: จดหมาย %d ฉบับ คนละหนึ่งฉบับ เป็นฉบับใหม่ในครั้งนี้ %d ฉบับ")
                        + "%n",
                words.date(DAY),
                mails.size(),
                fresh);
        if (fresh == 0) {
            out.println(
                    words.in(
                            "They were queued by an earlier run: nothing is sent twice.",
                            "ทั้งหมดส่งตั้งแต่ครั้งก่อนแล้ว ไม่มีการส่งซ้ำ"));
        }
        out.println();
        show(words, mails);
    }

    /** The recipients of the day's mails, by the id of the mail. */
    private Map<String, String> mails() {
        Map<String, String> mails = new HashMap<>();
        for (JsonNode reminder :
                notificationService.all("/v1/reminders?date=" + DAY + "&size=200&page=")) {
            if (reminder.path("message").isTextual()) {
                mails.put(reminder.path("message").asText(), reminder.path("recipient").asText());
            }
        }
        return mails;
    }

    private void show(Words words, Map<String, String> mails)
            throws IOException, InterruptedException {
        for (Map.Entry<String, String> mail : mails.entrySet()) {
            if (mail.getValue().equals(SHOWN)) {
                JsonNode message = delivered(mail.getKey());
                Optional<ReceivedMail> received = received(message.path("messageId").asText());
                if (received.isPresent()) {
                    MailPrinter.print(received.get(), out);
                } else {
                    out.printf(
                            words.in(
                                            "The mail to %s is %s, and not in ./suite inbox.",
                                            "จดหมายถึง %s มีสถานะ %s และไม่อยู่ใน ./suite inbox")
                                    + "%n",
                            message.path("email").asText(),
                            message.path("state").asText());
                }
                return;
            }
        }
        out.printf(words.in("Nothing is due for %s.", "ไม่มีกำหนดงานของ %s") + "%n", SHOWN);
    }

    private JsonNode delivered(String mail) throws InterruptedException {
        @Nullable JsonNode message = null;
        for (int i = 0; i < polls; i++) {
            message = notificationService.get("/v1/messages/" + mail).expecting(200).body();
            if (!UNDER_WAY.contains(message.path("state").asText())) {
                break;
            }
            Thread.sleep(poll);
        }
        return Objects.requireNonNull(message);
    }

    private Optional<ReceivedMail> received(String messageId) throws IOException {
        return inbox.list().stream()
                .filter(mail -> mail.header("Message-ID").equals(messageId))
                .findFirst();
    }
}
