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
 * A deadline of the unit's own: one due date, or a first day and a rule; owned by sections, or by
 * recipients.
 *
 * @param title what is to be done: in both languages, or one text for both
 * @param sections codes of the owner sections, such as LEGAL, or ALL for every one; null or empty
 *     if there are recipients
 * @param recipients keys of the recipients who are told instead of sections; null or empty if there
 *     are sections
 * @param due the one due date (ISO, Gregorian); null if there are start and rrule
 * @param start the day from which the rule counts; null if there is due. It is a due date itself
 *     only if the rule names it
 * @param rrule recurrence by RFC 5545 in whole days, of at most 200 characters, with COUNT, UNTIL
 *     or no end; null if there is due
 */
@Schema(
        examples =
                """
                {"title": {"en": "Spending report", "th": "รายงานการใช้จ่าย"}, "unit": "SLK", "sections": ["FINANCE"],
                 "start": "2022-01-30", "rrule": "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"}""")
public record CreateDeadline(
        @Schema(
                        implementation = Object.class,
                        oneOf = {Title.class, Title.InBoth.class})
                @NotNull(message = "title is required")
                @Valid
                Title title,
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
        @Nullable @Size(max = 100, message = "recipients has at most 100 items")
                List<@NotNull(message = "a recipient is named by its code") String> recipients,
        @Schema(examples = "2022-04-11") @Nullable LocalDate due,
        @Nullable LocalDate start,
        @Schema(
                        maxLength = Recurrence.MAX_LENGTH,
                        examples = "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1")
                @Nullable String rrule) {}
