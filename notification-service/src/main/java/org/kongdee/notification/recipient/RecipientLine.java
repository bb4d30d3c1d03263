package org.kongdee.notification.recipient;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.wording.Lines;

/**
 * A line of a bulk request: a recipient with its key.
 *
 * <p>It stands for the contract alone; what is read is the key and a {@link PutRecipient}, whose
 * members these are.
 *
 * @param recipient key of the recipient: small letters, digits, dots, hyphens and underscores
 * @param email one address in ASCII; write other domains in their xn-- form
 * @param name as mail greets them, in any script; not blank
 * @param language the language of their mail
 * @param subject the {@code sub} of their token; null if they do not sign in
 * @param posts what they are, and where; at least one
 * @param at the hour of their mail, in the zone of their unit's policy (hh:mm); null means the
 *     policy's
 * @param pausedUntil the day on which mail resumes, at most 366 days ahead; null means no pause
 */
@Schema(
        examples =
                """
                {"recipient": "slk-legal-head", "email": "legal.head@slk.example", "name": "สมหญิง ใจดี", "language": "th",
                 "subject": "slk-legal-head", "posts": [{"unit": "SLK", "sections": ["LEGAL"], "role": "HEAD"}], "at": "08:30",
                 "pausedUntil": null}""")
record RecipientLine(
        @Pattern(regexp = PutRecipient.KEY) String recipient,
        @Size(max = 254) @Pattern(regexp = PutRecipient.EMAIL) String email,
        @Size(max = 200) @Pattern(regexp = Lines.NOT_BLANK) String name,
        @Schema(enumeration = {"th", "en"}) String language,
        @Nullable @Size(max = 255) @Pattern(regexp = Lines.NOT_BLANK) String subject,
        @Size(min = 1, max = PutRecipient.MOST_POSTS) List<PutPost> posts,
        @Nullable @Pattern(regexp = Lines.HOUR) String at,
        @Nullable LocalDate pausedUntil) {}
