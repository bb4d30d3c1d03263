package org.kongdee.notification.message;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Text;

/**
 * A mail with all its texts, ready for its envelope.
 *
 * @param subject made one line: texts from outside stand in it
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

    public Mail {
        subject = Text.oneLine(subject);
    }

    /** A notice; it says the same whenever it is written. */
    public static Mail of(StoredMessage message) {
        Notice notice = Objects.requireNonNull(message.notice());
        return new Mail(
                message.id(),
                message.email(),
                notice.name(),
                notice.language(),
                notice.subject(),
                null,
                notice.templateInstance().render(),
                null,
                notice.pauseLink(),
                message.createdAt());
    }
}
