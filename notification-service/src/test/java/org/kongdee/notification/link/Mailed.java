package org.kongdee.notification.link;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.kongdee.notification.Api.as;
import static org.kongdee.notification.Api.freshUnit;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kongdee.notification.Api;
import org.kongdee.notification.Noon;
import org.kongdee.test.TestInbox;

/** A head who has just got a mail about one deadline, due in a week, and the links in it. */
public record Mailed(String unit, String recipient, String deadline, Map<String, String> links) {

    private static final Pattern LINK =
            Pattern.compile(
                    "(?m)^ *([A-Z\\u0E00-\\u0E7F][a-z\\u0E00-\\u0E7F ]+): \\S+(/links/\\S+)$");

    public Mailed {
        links = Map.copyOf(links);
    }

    /** Somebody in a unit that nobody else is in. */
    public static Mailed toAHead() {
        String unit = freshUnit();
        return to(Api.recipient(unit, "HEAD", "en", "LEGAL"), unit);
    }

    /**
     * The head of a unit's LEGAL, with the address {@code <key>@slk.example}; waits for the mail.
     */
    public static Mailed to(String head, String unit) {
        return about(Api.task(unit, Noon.today().plusDays(7).toString()), head, unit);
    }

    /** The same about a deadline that is there and due in a week. */
    public static Mailed about(String deadline, String head, String unit) {
        Noon.policy(unit, "00:00");
        as("organiser")
                .body("{\"date\": \"%s\"}".formatted(Noon.today()))
                .post("/v1/runs")
                .then()
                .statusCode(200);
        String text =
                await().atMost(ofSeconds(30))
                        .until(
                                () -> TestInbox.messagesTo(head + "@slk.example"),
                                mails -> !mails.isEmpty())
                        .getFirst()
                        .text()
                        .orElseThrow()
                        .replace("\r", "");
        return new Mailed(
                unit,
                head,
                deadline,
                LINK.matcher(text)
                        .results()
                        .collect(Collectors.toMap(m -> m.group(1), (MatchResult m) -> m.group(2))));
    }

    /** The path of a link, by its text. */
    public String link(String text) {
        return String.valueOf(links.get(text));
    }

    /** What has become of the deadline. */
    public String status() {
        return as("organiser")
                .queryParam("unit", unit)
                .queryParam("from", Noon.today().toString())
                .get("/v1/deadlines")
                .then()
                .extract()
                .path("items[0].status");
    }
}
