package org.kongdee.notification.recipient;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Role;
import org.kongdee.notification.wording.Lines;
import org.kongdee.web.params.Keys;
import org.kongdee.web.text.Language;

/**
 * A recipient as callers write it.
 *
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
                {"email": "legal.head@slk.example", "name": "สมหญิง ใจดี", "language": "th", "unit": "SLK",
                 "sections": ["LEGAL"], "role": "HEAD", "at": "08:30", "pausedUntil": null}""")
public record PutRecipient(
        @NotNull(message = "email is required")
                @Size(max = 254, message = "email has at most 254 characters")
                @Pattern(
                        regexp = EMAIL,
                        message =
                                "email is one address such as somchai@slk.example, in ASCII (write other domains in their xn-- form)")
                @Schema(examples = "legal.head@slk.example")
                String email,
        @NotNull(message = "name is required")
                @Size(max = 200, message = "name has at most 200 characters")
                @Pattern(regexp = Lines.NOT_BLANK, message = "name is not blank")
                @Schema(examples = "สมหญิง ใจดี")
                String name,
        @NotNull(message = "language is required: th or en")
                @Pattern(regexp = "^(th|en)$", message = "language is th or en")
                @Schema(
                        enumeration = {"th", "en"},
                        examples = "th")
                String language,
        @NotNull(message = "unit is required")
                @Pattern(
                        regexp = Keys.UPPER,
                        message = "unit has capital letters, digits and hyphens, such as SLK")
                @Schema(examples = "SLK")
                String unit,
        @Nullable @Size(max = 100, message = "sections has at most 100 items")
                List<
                                @NotNull(message = "a section is a code such as LEGAL")
                                @Pattern(
                                        regexp = Keys.UPPER,
                                        message =
                                                "a section has capital letters, digits and hyphens, such as LEGAL")
                                String>
                        sections,
        @NotNull(message = "role is required: OFFICER, HEAD or DIRECTOR") Role role,
        @Schema(examples = "08:30")
                @Nullable
                @Pattern(regexp = Lines.HOUR, message = "at is an hour such as 08:30")
                String at,
        @Schema(examples = "2022-02-01") @Nullable LocalDate pausedUntil) {

    static final String KEY = "^[a-z0-9][a-z0-9._-]{0,63}$";
    static final String KEY_MESSAGE =
            "recipient has small letters, digits, dots, hyphens and underscores, such as slk-legal-head";

    // With the ampersand as \x26: two of them would mean something to Java, and readers of the
    // contract need not know that here is one only.
    private static final String ATOM = "[A-Za-z0-9!#$%\\x26'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    static final String EMAIL = "^" + ATOM + "(\\." + ATOM + ")*@" + LABEL + "(\\." + LABEL + ")*$";

    Recipient named(String recipient) {
        return new Recipient(
                recipient,
                email,
                name.strip(),
                Language.valueOf(language.toUpperCase(Locale.ROOT)),
                unit,
                sections == null ? Set.of() : new TreeSet<>(sections),
                role,
                at == null ? null : LocalTime.parse(at),
                pausedUntil);
    }
}
