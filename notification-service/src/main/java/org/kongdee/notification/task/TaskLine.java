package org.kongdee.notification.task;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.Recurrence;
import org.kongdee.notification.task.PutTask.PutGiven;
import org.kongdee.web.params.Keys;

/**
 * A line of a bulk request: a task with its key.
 *
 * <p>It stands for the contract alone; what is read is the key and a {@link PutTask}, whose members
 * these are.
 *
 * @param task key of the task: letters, digits, dots, hyphens and underscores
 * @param title what is to be done: in both languages, or one text for both
 * @param text more about it, up to 4,000 characters; null if there is no more
 * @param given who gave it, in which meeting; null if that is not known
 * @param sections codes of the owner sections, such as LEGAL, or ALL for every one; null or empty
 *     if no section owes it
 * @param recipients keys of the recipients who owe it with them; null or empty if nobody does
 * @param due the one due date (ISO, Gregorian); null if there is a rule, or none
 * @param start the day from which the rule counts; null if there is no rule
 * @param rrule recurrence by RFC 5545 in whole days, of at most 200 characters; null if there is
 *     due, or no date
 * @param criteria codes of the criteria that it serves, shown and not checked; null if none
 * @param figures what each report states; null if nothing
 */
@Schema(
        examples =
                """
                {"task": "T12", "unit": "SLK", "title": {"en": "Find out which cost is the largest", "th": "พิจารณาว่าต้นทุนใดสูง"},
                 "given": {"by": "SECRETARY", "meeting": "12/2564", "item": "4.2 (3)", "on": "2021-12-20"},
                 "sections": ["EXECUTIVE-SUPPORT", "FINANCE"], "criteria": ["1.3.1", "7.1.1"]}""")
record TaskLine(
        @Pattern(regexp = PutTask.KEY) String task,
        @Pattern(regexp = Keys.UPPER) String unit,
        @Schema(
                        implementation = Object.class,
                        oneOf = {Title.class, Title.InBoth.class})
                Title title,
        @Nullable TaskText text,
        @Nullable PutGiven given,
        @Nullable @Size(max = 100) List<@Pattern(regexp = Keys.UPPER) String> sections,
        @Nullable @Size(max = 100) List<@Pattern(regexp = PutTask.PERSON) String> recipients,
        @Nullable LocalDate due,
        @Nullable LocalDate start,
        @Schema(maxLength = Recurrence.MAX_LENGTH) @Nullable String rrule,
        @Nullable @Size(max = 100) List<@Pattern(regexp = PutTask.CRITERION) String> criteria,
        @Nullable @Size(max = 20) List<Figure> figures) {}
