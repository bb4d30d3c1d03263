package org.kongdee.notification.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.Recurrence;
import org.kongdee.notification.planning.Given;
import org.kongdee.web.params.Keys;

/**
 * A task as callers write it: with one due date, or a first day and a rule, or neither; owed
 * jointly by sections and persons, or by nobody: then it is the director's, and a gap.
 *
 * @param title what is to be done: in both languages, or one text for both
 * @param text more about it, up to 4,000 characters; null if there is no more
 * @param given who gave it, in which meeting; null if that is not known
 * @param sections codes of the owner sections, such as LEGAL, or ALL for every one; null or empty
 *     if no section owes it
 * @param recipients keys of the recipients who owe it with them; null or empty if nobody does
 * @param due the one due date (ISO, Gregorian); null if there is a rule, or none
 * @param start the day from which the rule counts; null if there is no rule. It is a due date
 *     itself only if the rule names it
 * @param rrule recurrence by RFC 5545 in whole days, of at most 200 characters; it ends with COUNT
 *     or UNTIL, or not at all; null if there is due, or no date
 * @param criteria codes of the criteria that it serves, shown and not checked; null if none
 * @param figures what each report states; null if nothing
 */
@Schema(
        examples =
                """
                {"unit": "SLK", "title": {"en": "Spending report", "th": "รายงานการใช้จ่าย"}, "sections": ["FINANCE"],
                 "given": {"by": "SECRETARY", "meeting": "12/2564", "item": "5 (2)", "on": "2021-12-20"}, "start": "2022-01-30",
                 "rrule": "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "criteria": ["1.1.5"],
                 "figures": [{"code": "spent", "title": {"en": "Budget spent", "th": "ผลการใช้จ่าย"}}]}""")
public record PutTask(
        @NotNull(message = "unit is required")
                @Pattern(
                        regexp = Keys.UPPER,
                        message =
                                "unit is 1 to 32 capital letters, digits and hyphens, beginning with a letter or digit, such as SLK")
                @Schema(examples = "SLK")
                String unit,
        @Schema(
                        implementation = Object.class,
                        oneOf = {Title.class, Title.InBoth.class})
                @NotNull(message = "title is required")
                @Valid
                Title title,
        @Valid @Nullable TaskText text,
        @Valid @Nullable PutGiven given,
        @Nullable @Size(max = MOST, message = "sections has at most 100 items")
                List<
                                @NotNull(message = "a section is a code such as LEGAL")
                                @Pattern(
                                        regexp = Keys.UPPER,
                                        message =
                                                "a section is 1 to 32 capital letters, digits and hyphens, beginning with a letter or digit, such as LEGAL")
                                String>
                        sections,
        @Nullable @Size(max = MOST, message = "recipients has at most 100 items")
                List<
                                @NotNull(message = "a recipient is named by its key")
                                @Pattern(
                                        regexp = PERSON,
                                        message =
                                                "a recipient is named by its key: 1 to 64 small letters, digits, dots, hyphens and underscores, beginning with a letter or digit")
                                String>
                        recipients,
        @Schema(examples = "2022-04-11") @Nullable LocalDate due,
        @Nullable LocalDate start,
        @Schema(
                        maxLength = Recurrence.MAX_LENGTH,
                        examples = "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1")
                @Nullable String rrule,
        @Nullable @Size(max = MOST, message = "criteria has at most 100 items")
                List<
                                @NotNull(message = "a criterion is a code such as 1.1.2")
                                @Pattern(
                                        regexp = CRITERION,
                                        message =
                                                "a criterion is a code of 1 to 32 letters, digits, dots and hyphens, beginning with a letter or digit, such as 1.1.2")
                                String>
                        criteria,
        @Nullable @Size(max = 20, message = "figures has at most 20 items")
                List<@NotNull(message = "a figure has a code and a title") @Valid Figure> figures) {

    /** Of a task; capital letters too, since minutes number their resolutions so. */
    static final String KEY = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

    static final String PERSON = "^[a-z0-9][a-z0-9._-]{0,63}$";
    static final String CRITERION = "^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$";

    private static final int MOST = 100;

    /**
     * Who gave a task, and where; at least one of these.
     *
     * @param by a role, a section or a name, up to 200 characters; null if not known
     * @param meeting the number of the meeting, such as 12/2564; null if it was given in none
     * @param item of the agenda, such as 4.2 (1); null if not known
     * @param on the day (ISO, Gregorian); null if not known
     */
    @Schema(
            name = "PutTaskGiven",
            examples =
                    """
                    {"by": "SECRETARY", "meeting": "12/2564", "item": "4.2 (1)", "on": "2021-12-20"}""")
    public record PutGiven(
            @Nullable @Size(min = 1, max = 200, message = "by has 1 to 200 characters") String by,
            @Nullable @Size(min = 1, max = 100, message = "meeting has 1 to 100 characters")
                    String meeting,
            @Nullable @Size(min = 1, max = 100, message = "item has 1 to 100 characters")
                    String item,
            @Nullable LocalDate on) {

        Given given() {
            return new Given(by, meeting, item, on);
        }
    }
}
