package org.kongdee.notification.deadline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Settlement;
import org.kongdee.notification.wording.Phrase;
import org.kongdee.web.text.Language;

/**
 * Who settled something by hand.
 *
 * @param by the `sub` of their token, or how the service that spoke for them names them
 * @param byName their name at the time; null if nobody said it
 * @param at when they did, in business time (RFC 3339)
 * @param answer what they said of it; null if nothing
 */
@Schema(
        name = "Settled",
        examples =
                """
                {"by": "recipient:slk-legal-head", "byName": "สมหญิง ใจดี", "at": "2022-01-12T02:00:00Z", "answer": "ลงนามแล้ว"}""")
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settled(String by, @Nullable String byName, Instant at, @Nullable String answer) {

    public Settled {
        answer = answer == null || isUnsaid(answer) ? null : answer;
    }

    /**
     * What rubric-service is told where a link is pressed without an answer, since it asks for a
     * reason. Nobody said it, so nobody is shown it as an answer.
     */
    private static boolean isUnsaid(String answer) {
        return Stream.of(Language.values())
                .anyMatch(language -> answer.equals(Phrase.DONE_BY_LINK.in(language)));
    }

    /** As planning sees it. */
    public Settlement settlement() {
        return new Settlement(by, byName, LocalDate.ofInstant(at, ZoneOffset.UTC), answer);
    }
}
