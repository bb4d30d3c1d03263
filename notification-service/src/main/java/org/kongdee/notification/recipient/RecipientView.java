package org.kongdee.notification.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.message.MailFailure;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.Tagged;

/**
 * Somebody who gets mail.
 *
 * @param name as mail greets them
 * @param subject the {@code sub} of their token; null if they do not sign in
 * @param posts what they are, and where
 * @param at the hour of their mail (hh:mm); null means the policy's
 * @param pausedUntil the day on which mail resumes; null means no pause
 * @param changedAt when it last changed (RFC 3339)
 * @param lastFailure null unless the last mail to this address was refused for good
 * @param etag for {@code If-Match}; the same as the header where it stands alone
 */
@Schema(
        name = "Recipient",
        examples =
                """
                {"recipient": "slk-legal-head", "email": "legal.head@slk.example", "name": "สมหญิง ใจดี", "language": "th",
                 "subject": "slk-legal-head", "posts": [{"unit": "SLK", "sections": ["LEGAL"], "role": "HEAD"}],
                 "at": null, "pausedUntil": null,
                 "changedAt": "2022-01-05T02:00:00Z", "lastFailure": null, "etag": "\\"7\\""}""")
public record RecipientView(
        String recipient,
        String email,
        String name,
        @Schema(enumeration = {"th", "en"}) String language,
        @Nullable String subject,
        List<RecipientPost> posts,
        @Nullable String at,
        @Nullable LocalDate pausedUntil,
        Instant changedAt,
        @Nullable MailFailure lastFailure,
        String etag)
        implements Tagged {

    static RecipientView of(StoredRecipient stored, @Nullable MailFailure failure) {
        Recipient r = stored.recipient();
        return new RecipientView(
                r.id(),
                r.email(),
                r.name(),
                r.language().tag(),
                r.subject(),
                r.posts().stream().map(RecipientPost::of).toList(),
                r.at() == null ? null : r.at().toString(),
                r.pausedUntil(),
                stored.changedAt(),
                failure,
                etag(stored, failure));
    }

    /** What is wrong with the address is news too: the tag is of all that is shown. */
    static String etag(StoredRecipient stored, @Nullable MailFailure failure) {
        return failure == null
                ? stored.etag()
                : ETags.of(stored.revision() + "-" + failure.at().getEpochSecond());
    }
}
