package org.kongdee.notification.deadline;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.params.Keys;

/**
 * What changes about a deadline; what is absent or null stays.
 *
 * @param title what is to be done: in both languages, or one text for both
 * @param sections codes of the owner sections; they replace recipients
 * @param recipients keys of the recipients who are told; they replace sections
 * @param due the one due date (ISO, Gregorian); it replaces start and rrule
 * @param start the day from which the rule counts; with rrule it replaces due
 * @param rrule recurrence by RFC 5545 in whole days, of at most 200 characters; with start it
 *     replaces due
 */
@Schema(examples = "{\"due\": \"2022-04-18\"}")
public record PatchDeadline(
        @Schema(
                        implementation = Object.class,
                        oneOf = {Title.class, Title.InBoth.class})
                @Nullable
                @Valid
                Title title,
        @Nullable @Size(min = 1, max = 100, message = "sections has 1 to 100 items")
                List<
                                @NotNull(message = "a section is a code such as LEGAL")
                                @Pattern(
                                        regexp = Keys.UPPER,
                                        message =
                                                "a section has capital letters, digits and hyphens, such as LEGAL")
                                String>
                        sections,
        @Nullable @Size(min = 1, max = 100, message = "recipients has 1 to 100 items")
                List<@NotNull(message = "a recipient is named by its code") String> recipients,
        @Nullable LocalDate due,
        @Nullable LocalDate start,
        @Schema(maxLength = Recurrence.MAX_LENGTH) @Nullable String rrule) {}
