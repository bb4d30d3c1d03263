package org.kongdee.notification.recipient;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Role;
import org.kongdee.notification.wording.Lines;
import org.kongdee.web.params.Keys;

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
 * @param sections codes of the sections whose deadlines they hear of; null or empty means all of
 *     the unit's
 * @param at the hour of their mail, in the zone of their unit's policy (hh:mm); null means the
 *     policy's
 * @param pausedUntil the day on which mail resumes, at most 366 days ahead; null means no pause
 */
@Schema(
        examples =
                """
                {"recipient": "slk-legal-head", "email": "legal.head@slk.example", "name": "สมหญิง ใจดี", "language": "th",
                 "unit": "SLK", "sections": ["LEGAL"], "role": "HEAD", "at": "08:30", "pausedUntil": null}""")
record RecipientLine(
        @Pattern(regexp = PutRecipient.KEY) String recipient,
        @Size(max = 254) @Pattern(regexp = PutRecipient.EMAIL) String email,
        @Size(max = 200) @Pattern(regexp = Lines.NOT_BLANK) String name,
        @Schema(enumeration = {"th", "en"}) String language,
        @Pattern(regexp = Keys.UPPER) String unit,
        @Nullable @Size(max = 100) List<@Pattern(regexp = Keys.UPPER) String> sections,
        Role role,
        @Nullable @Pattern(regexp = Lines.HOUR) String at,
        @Nullable LocalDate pausedUntil) {}
