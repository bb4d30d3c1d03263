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
import org.kongdee.notification.task.PutTask.PutGiven;
import org.kongdee.web.params.Keys;

/**
 * What changes about a task; what is absent or null stays. PUT takes something away.
 *
 * @param title what is to be done: in both languages, or one text for both
 * @param text more about it, up to 4,000 characters
 * @param given who gave it, in which meeting
 * @param sections codes of the owner sections; empty for none
 * @param recipients keys of the recipients who owe it with them; empty for none
 * @param due the one due date (ISO, Gregorian); it replaces start and rrule
 * @param start the day from which the rule counts; with rrule it replaces due
 * @param rrule recurrence by RFC 5545 in whole days, of at most 200 characters; with start it
 *     replaces due
 * @param criteria codes of the criteria that it serves
 * @param figures what each report states
 */
@Schema(examples = "{\"due\": \"2022-04-18\"}")
public record PatchTask(
        @Schema(
                        implementation = Object.class,
                        oneOf = {Title.class, Title.InBoth.class})
                @Nullable
                @Valid
                Title title,
        @Valid @Nullable TaskText text,
        @Valid @Nullable PutGiven given,
        @Nullable @Size(max = 100, message = "sections has at most 100 items")
                List<
                                @NotNull(message = "a section is a code such as LEGAL")
                                @Pattern(
                                        regexp = Keys.UPPER,
                                        message =
                                                "a section is 1 to 32 capital letters, digits and hyphens, beginning with a letter or digit, such as LEGAL")
                                String>
                        sections,
        @Nullable @Size(max = 100, message = "recipients has at most 100 items")
                List<
                                @NotNull(message = "a recipient is named by its key")
                                @Pattern(
                                        regexp = PutTask.PERSON,
                                        message =
                                                "a recipient is named by its key: 1 to 64 small letters, digits, dots, hyphens and underscores, beginning with a letter or digit")
                                String>
                        recipients,
        @Nullable LocalDate due,
        @Nullable LocalDate start,
        @Schema(maxLength = Recurrence.MAX_LENGTH) @Nullable String rrule,
        @Nullable @Size(max = 100, message = "criteria has at most 100 items")
                List<
                                @NotNull(message = "a criterion is a code such as 1.1.2")
                                @Pattern(
                                        regexp = PutTask.CRITERION,
                                        message =
                                                "a criterion is a code of 1 to 32 letters, digits, dots and hyphens, beginning with a letter or digit, such as 1.1.2")
                                String>
                        criteria,
        @Nullable @Size(max = 20, message = "figures has at most 20 items")
                List<@NotNull(message = "a figure has a code and a title") @Valid Figure>
                        figures) {}
