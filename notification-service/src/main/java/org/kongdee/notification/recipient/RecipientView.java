package org.kongdee.notification.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.message.MailFailure;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Role;

/** A recipient as it is answered. */
@Schema(
        examples =
                """
                {"recipient": "slk-legal-head", "email": "legal.head@slk.example", "name": "สมหญิง ใจดี", "language": "th",
                 "unit": "SLK", "sections": ["LEGAL"], "role": "HEAD", "at": null, "pausedUntil": null,
                 "changedAt": "2022-01-05T02:00:00Z", "lastFailure": null}""")
public record RecipientView(
        String recipient,
        String email,
        String name,
        String language,
        String unit,
        List<String> sections,
        Role role,
        @Nullable String at,
        @Nullable LocalDate pausedUntil,
        Instant changedAt,
        @Nullable MailFailure lastFailure) {

    static RecipientView of(StoredRecipient stored, @Nullable MailFailure failure) {
        Recipient r = stored.recipient();
        return new RecipientView(
                r.id(),
                r.email(),
                r.name(),
                r.language().tag(),
                r.unit(),
                r.sections().stream().sorted().toList(),
                r.role(),
                r.at() == null ? null : r.at().toString(),
                r.pausedUntil(),
                stored.changedAt(),
                failure);
    }
}
