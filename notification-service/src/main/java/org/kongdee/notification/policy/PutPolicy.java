package org.kongdee.notification.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.wording.Lines;
import org.kongdee.web.params.Keys;

/**
 * A policy as callers write it.
 *
 * @param leadDays days before the due date on which to remind; 0 is the due date itself
 * @param seriesLeadDays the same for what recurs; null means 7, 3 and 0
 * @param overdue when what is overdue is said; it cannot be switched off
 * @param at the hour at which mail goes out, in the policy's zone (hh:mm)
 * @param again the hour of a second mail for what became known in between and is due before the
 *     next day's, not before {@code at} (hh:mm); null means 13:00, or {@code at} if that is later
 * @param maxLines the most lines of a mail, 1 to 100; null means 12
 * @param timeZone the zone of its hours and days, an IANA name such as Asia/Bangkok
 * @param daysOff days of the week that are not worked, at most six; may be empty
 * @param holidays codes of holiday calendars that are there; may be empty
 * @param appliesTo what it is for; null for the policy `default`, and only for it
 */
@Schema(
        examples =
                """
                {"leadDays": [14, 7, 3, 1, 0], "seriesLeadDays": [7, 3, 0], "overdue": {"first": 1, "weekly": "MON"},
                 "escalateAfter": 7, "at": "08:00", "again": "13:00", "maxLines": 12, "timeZone": "Asia/Bangkok", "daysOff": ["SAT", "SUN"], "holidays": ["thai-public"],
                 "appliesTo": {"cycle": "division-contest-2565", "unit": null}}""")
public record PutPolicy(
        @NotEmpty(message = "leadDays needs at least one day")
                @Size(max = 20, message = "leadDays has at most 20 items")
                List<
                                @NotNull(message = "a lead day is a number")
                                @Min(value = 0, message = "a lead day is from 0 to 90")
                                @Max(value = 90, message = "a lead day is from 0 to 90") Integer>
                        leadDays,
        @Nullable @Size(min = 1, max = 20, message = "seriesLeadDays has 1 to 20 items")
                List<
                                @NotNull(message = "a lead day is a number")
                                @Min(value = 0, message = "a lead day is from 0 to 90")
                                @Max(value = 90, message = "a lead day is from 0 to 90") Integer>
                        seriesLeadDays,
        @NotNull(message = "overdue is required: overdue reminders cannot be switched off") @Valid
                Overdue overdue,
        @NotNull(message = "escalateAfter is required")
                @Min(value = 1, message = "escalateAfter is from 1 to 90")
                @Max(value = 90, message = "escalateAfter is from 1 to 90")
                Integer escalateAfter,
        @Schema(examples = "08:00")
                @NotNull(message = "at is required")
                @Pattern(regexp = Lines.HOUR, message = "at is an hour such as 08:00")
                String at,
        @Schema(examples = "13:00")
                @Nullable
                @Pattern(regexp = Lines.HOUR, message = "again is an hour such as 13:00")
                String again,
        @Nullable
                @Min(value = 1, message = "maxLines is from 1 to 100")
                @Max(value = 100, message = "maxLines is from 1 to 100")
                Integer maxLines,
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
        @NotNull(message = "holidays is required; it may be empty")
                @Size(max = 20, message = "holidays has at most 20 items")
                List<@NotNull(message = "a holiday calendar is named by its code") String> holidays,
        @Valid @Nullable AppliesTo appliesTo) {

    /** Codes of policies and holiday calendars, and keys of cycles. */
    static final String KEY = "^[a-z0-9][a-z0-9-]{0,63}$";

    /**
     * When what is overdue is said.
     *
     * @param first days after the due date of the first time, 1 to 31; on a day off the working day
     *     after
     * @param weekly the day of the week on which all that is overdue is said, together; on a day
     *     off the working day after
     */
    public record Overdue(
            @NotNull(message = "first is required")
                    @Min(value = 1, message = "first is from 1 to 31")
                    @Max(value = 31, message = "first is from 1 to 31")
                    Integer first,
            @NotNull(message = "weekly is required: one of MON, TUE, WED, THU, FRI, SAT, SUN")
                    Weekday weekly) {}

    /**
     * What a policy is for; at least one of the two.
     *
     * @param cycle key of a cycle, such as division-contest-2565; null for every one
     * @param unit key of a unit, such as SLK; null for every one
     */
    public record AppliesTo(
            @Nullable
                    @Pattern(
                            regexp = KEY,
                            message =
                                    "cycle is 1 to 64 small letters, digits and hyphens, beginning with a letter or digit, such as division-contest-2565")
                    String cycle,
            @Nullable
                    @Pattern(
                            regexp = Keys.UPPER,
                            message =
                                    "unit is 1 to 32 capital letters, digits and hyphens, beginning with a letter or digit, such as SLK")
                    String unit) {}

    /** A day of the week. */
    public enum Weekday {
        MON,
        TUE,
        WED,
        THU,
        FRI,
        SAT,
        SUN;

        static Weekday of(DayOfWeek day) {
            return values()[day.ordinal()];
        }

        DayOfWeek day() {
            return DayOfWeek.values()[ordinal()];
        }
    }
}
