package org.kongdee.notification.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A policy as it is written and answered. */
@Schema(
        examples =
                """
                {"leadDays": [14, 7, 3, 1, 0], "overdue": {"first": 1, "every": 7}, "escalateAfter": 7, "at": "08:00",
                 "timeZone": "Asia/Bangkok", "daysOff": ["SAT", "SUN"], "holidays": ["thai-public"],
                 "appliesTo": {"cycle": "division-contest-2565", "unit": null}}""")
public record PutPolicy(
        @Schema(description = "Days before the due date; 0 is the due date itself")
                @NotEmpty(message = "leadDays needs at least one day")
                @Size(max = 20, message = "leadDays has at most 20 items")
                List<
                                @NotNull(message = "a lead day is a number")
                                @Min(value = 0, message = "a lead day is from 0 to 90")
                                @Max(value = 90, message = "a lead day is from 0 to 90") Integer>
                        leadDays,
        @Schema(description = "Reminders after the due date; they cannot be switched off")
                @NotNull(
                        message =
                                "overdue is required: overdue reminders can be spaced, not switched off")
                @Valid
                Overdue overdue,
        @Schema(description = "Days overdue from which the director is told too")
                @NotNull(message = "escalateAfter is required")
                @Min(value = 1, message = "escalateAfter is from 1 to 90")
                @Max(value = 90, message = "escalateAfter is from 1 to 90")
                Integer escalateAfter,
        @Schema(examples = "08:00")
                @NotNull(message = "at is required")
                @Pattern(
                        regexp = "([01]\\d|2[0-3]):[0-5]\\d",
                        message = "at is an hour such as 08:00")
                String at,
        @Schema(examples = "Asia/Bangkok") @NotNull(message = "timeZone is required")
                String timeZone,
        @NotNull(message = "daysOff is required; it may be empty")
                @Size(max = 6, message = "daysOff leaves at least one working day")
                List<
                                @NotNull(
                                        message =
                                                "a day off is one of MON, TUE, WED, THU, FRI, SAT, SUN")
                                Weekday>
                        daysOff,
        @Schema(description = "Codes of holiday calendars")
                @NotNull(message = "holidays is required; it may be empty")
                @Size(max = 20, message = "holidays has at most 20 items")
                List<@NotNull(message = "a holiday calendar is named by its code") String> holidays,
        @Schema(description = "Absent for the default policy only") @Valid
                @Nullable AppliesTo appliesTo) {

    /** How overdue reminders are spaced. */
    public record Overdue(
            @NotNull(message = "first is required")
                    @Min(value = 1, message = "first is from 1 to 31")
                    @Max(value = 31, message = "first is from 1 to 31")
                    Integer first,
            @NotNull(message = "every is required")
                    @Min(value = 1, message = "every is from 1 to 31")
                    @Max(value = 31, message = "every is from 1 to 31")
                    Integer every) {}

    /** What a policy is for; at least one of the two. */
    public record AppliesTo(
            @Nullable
                    @Pattern(
                            regexp = "[a-z0-9][a-z0-9-]{0,63}",
                            message = "cycle has small letters, digits and hyphens")
                    String cycle,
            @Nullable
                    @Pattern(
                            regexp = "[A-Z0-9][A-Z0-9-]{0,31}",
                            message = "unit has capital letters, digits and hyphens")
                    String unit) {}

    /** Days of the week as the contract writes them. */
    public enum Weekday {
        MON,
        TUE,
        WED,
        THU,
        FRI,
        SAT,
        SUN
    }
}
