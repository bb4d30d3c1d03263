package org.kongdee.notification.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code message}; the texts are null until it is first sent.
 *
 * @param notice what a {@link Kind#NOTICE} says, and only it
 * @param writtenAt the Date of the mail
 */
public record StoredMessage(
        UUID id,
        Kind kind,
        String recipient,
        @Nullable String unit,
        LocalDate passDate,
        String email,
        String language,
        MessageState state,
        Instant notBefore,
        int attempts,
        @Nullable Notice notice,
        @Nullable String toName,
        @Nullable Instant writtenAt,
        @Nullable String subject,
        @Nullable String html,
        @Nullable String text,
        @Nullable String calendar,
        @Nullable Instant sentAt,
        Instant createdAt) {

    /** What a mail is: a person's digest of a day, or a notice to the organiser. */
    @Schema(name = "MessageKind")
    public enum Kind {
        DIGEST,
        NOTICE
    }
}
