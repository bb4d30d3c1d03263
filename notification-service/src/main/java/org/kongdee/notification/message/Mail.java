package org.kongdee.notification.message;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail with all its texts, ready for its envelope.
 *
 * @param pauseLink for List-Unsubscribe, or null
 */
public record Mail(
        UUID id,
        String to,
        String toName,
        String language,
        String subject,
        @Nullable String html,
        String text,
        @Nullable String calendar,
        @Nullable String pauseLink,
        Instant date) {

    /** A notice. */
    public static Mail of(StoredMessage message) {
        Notice notice = Objects.requireNonNull(message.notice());
        return new Mail(
                message.id(),
                message.email(),
                "",
                "en",
                notice.subject(),
                null,
                notice.templateInstance().render(),
                null,
                null,
                message.createdAt());
    }
}
