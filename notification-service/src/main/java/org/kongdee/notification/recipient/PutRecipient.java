package org.kongdee.notification.recipient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Post;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.wording.Lines;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.Message;

/**
 * A recipient as callers write it.
 *
 * @param email one address in ASCII; write other domains in their xn-- form
 * @param name as mail greets them, in any script; not blank
 * @param language the language of their mail
 * @param subject the {@code sub} of their token, by which frontends find what is theirs, and
 *     rejected evidence who filed it; null if they do not sign in
 * @param posts what they are, and where; at least one
 * @param at the hour of their mail, in the zone of their unit's policy (hh:mm); null means the
 *     policy's
 * @param pausedUntil the day on which mail resumes, at most 366 days ahead; null means no pause
 */
@Schema(
        examples =
                """
                {"email": "legal.head@slk.example", "name": "สมหญิง ใจดี", "language": "th",
                 "subject": "slk-legal-head", "posts": [{"unit": "SLK", "sections": ["LEGAL"], "role": "HEAD"}],
                 "at": "08:30", "pausedUntil": null}""")
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
        @Nullable
                @Size(max = 255, message = "subject has at most 255 characters")
                @Pattern(regexp = Lines.NOT_BLANK, message = "subject is not blank")
                @Schema(examples = "slk-legal-head")
                String subject,
        @NotNull(message = "posts is required")
                @Size(min = 1, max = MOST_POSTS, message = "posts has 1 to 20 items")
                List<@NotNull(message = "a post has a unit and a role") @Valid PutPost> posts,
        @Schema(examples = "08:30")
                @Nullable
                @Pattern(regexp = Lines.HOUR, message = "at is an hour such as 08:30")
                String at,
        @Schema(examples = "2022-02-01") @Nullable LocalDate pausedUntil) {

    static final String KEY = "^[a-z0-9][a-z0-9._-]{0,63}$";

    // With the ampersand as \x26: two of them would mean something to Java, and readers of the
    // contract need not know that here is one only.
    private static final String ATOM = "[A-Za-z0-9!#$%\\x26'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    static final String EMAIL = "^" + ATOM + "(\\." + ATOM + ")*@" + LABEL + "(\\." + LABEL + ")*$";

    static final int MOST_POSTS = 20;

    /**
     * Under a key; the generation of the links is for whoever keeps it to say.
     *
     * @throws RuleBroken if a post stands twice
     */
    Recipient named(String recipient) {
        List<Post> held = posts.stream().map(PutPost::post).toList();
        for (int i = 0; i < held.size(); i++) {
            if (held.indexOf(held.get(i)) < i) {
                throw RuleBroken.at(
                        "post-doubled",
                        "/posts/" + i,
                        Message.of("This post stands in the list already."));
            }
        }
        return new Recipient(
                recipient,
                email,
                name.strip(),
                Language.valueOf(language.toUpperCase(Locale.ROOT)),
                subject,
                held,
                at == null ? null : LocalTime.parse(at),
                pausedUntil,
                0);
    }
}
