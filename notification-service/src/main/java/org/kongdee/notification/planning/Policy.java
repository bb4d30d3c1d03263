package org.kongdee.notification.planning;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When reminders go out. There is no way to switch overdue reminders off: they come once a week.
 *
 * @param leadDays days before the due date
 * @param seriesLeadDays the same for what recurs
 * @param overdueFirst days after the due date of the first overdue reminder
 * @param weekly the day of the week on which all that is overdue is said, together
 * @param escalateAfter days overdue from which the director is told as well
 * @param at the hour of the day's mail
 * @param again the hour of a second one, for what became known in between
 * @param maxLines the most lines of a mail
 * @param cycle the cycle it is for, or null for all
 * @param unit the unit it is for, or null for all
 */
public record Policy(
        String code,
        NavigableSet<Integer> leadDays,
        NavigableSet<Integer> seriesLeadDays,
        int overdueFirst,
        DayOfWeek weekly,
        int escalateAfter,
        LocalTime at,
        LocalTime again,
        int maxLines,
        ZoneId timeZone,
        Set<DayOfWeek> daysOff,
        List<String> holidays,
        @Nullable String cycle,
        @Nullable String unit) {

    /** The policy that applies where no other does. */
    public static final String DEFAULT = "default";

    public static final int MAX_LEAD_DAYS = 90;
    public static final int MAX_FIRST = 31;
    public static final int MAX_LINES = 100;

    public Policy {
        leadDays = Collections.unmodifiableNavigableSet(new TreeSet<>(leadDays));
        seriesLeadDays = Collections.unmodifiableNavigableSet(new TreeSet<>(seriesLeadDays));
        daysOff = Set.copyOf(daysOff);
        holidays = List.copyOf(holidays);
        requireWithin(leadDays, 0, MAX_LEAD_DAYS, "leadDays");
        requireWithin(seriesLeadDays, 0, MAX_LEAD_DAYS, "seriesLeadDays");
        requireWithin(List.of(overdueFirst), 1, MAX_FIRST, "overdue.first");
        requireWithin(List.of(escalateAfter), 1, MAX_LEAD_DAYS, "escalateAfter");
        requireWithin(List.of(maxLines), 1, MAX_LINES, "maxLines");
        if (leadDays.isEmpty() || seriesLeadDays.isEmpty()) {
            throw new IllegalArgumentException("leadDays and seriesLeadDays need at least one day");
        }
        if (again.isBefore(at)) {
            throw new IllegalArgumentException("again must not be before at");
        }
        if (daysOff.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("daysOff leaves no working day");
        }
    }

    private static void requireWithin(Collection<Integer> values, int min, int max, String field) {
        if (!values.stream().allMatch(value -> value >= min && value <= max)) {
            throw new IllegalArgumentException(field + " must be from " + min + " to " + max);
        }
    }

    NavigableSet<Integer> leadDaysOf(Deadline deadline) {
        return deadline.recurring() ? seriesLeadDays : leadDays;
    }

    boolean appliesTo(@Nullable String ofCycle, String ofUnit) {
        return (cycle == null || cycle.equals(ofCycle)) && (unit == null || unit.equals(ofUnit));
    }

    /** A unit's own habits (its days off, its hours) weigh more than those of a cycle. */
    int specificity() {
        return (unit == null ? 0 : 2) + (cycle == null ? 0 : 1);
    }
}
