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
 * When reminders go out. There is no way to switch overdue reminders off: a policy can only space
 * them.
 *
 * @param leadDays days before the due date
 * @param overdueFirst days after the due date of the first overdue reminder
 * @param overdueEvery days between overdue reminders
 * @param escalateAfter days overdue from which the director reads along
 * @param cycle the cycle it is for, or null for all
 * @param unit the unit it is for, or null for all
 */
public record Policy(
        String code,
        NavigableSet<Integer> leadDays,
        int overdueFirst,
        int overdueEvery,
        int escalateAfter,
        LocalTime at,
        ZoneId timeZone,
        Set<DayOfWeek> daysOff,
        List<String> holidays,
        @Nullable String cycle,
        @Nullable String unit) {

    /** The policy that applies where no other does. */
    public static final String DEFAULT = "default";

    public static final int MAX_LEAD_DAYS = 90;
    public static final int MAX_SPACING = 31;

    public Policy {
        leadDays = Collections.unmodifiableNavigableSet(new TreeSet<>(leadDays));
        daysOff = Set.copyOf(daysOff);
        holidays = List.copyOf(holidays);
        requireWithin(leadDays, 0, MAX_LEAD_DAYS, "leadDays");
        requireWithin(List.of(overdueFirst, overdueEvery), 1, MAX_SPACING, "overdue");
        requireWithin(List.of(escalateAfter), 1, MAX_LEAD_DAYS, "escalateAfter");
        if (leadDays.isEmpty()) {
            throw new IllegalArgumentException("leadDays needs at least one day");
        }
        if (daysOff.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("daysOff leaves no working day");
        }
    }

    private static void requireWithin(Collection<Integer> days, int min, int max, String field) {
        if (!days.stream().allMatch(day -> day >= min && day <= max)) {
            throw new IllegalArgumentException(field + " must be from " + min + " to " + max);
        }
    }

    boolean appliesTo(@Nullable String ofCycle, String ofUnit) {
        return (cycle == null || cycle.equals(ofCycle)) && (unit == null || unit.equals(ofUnit));
    }

    /** A unit's own habits (its days off, its hours) weigh more than those of a cycle. */
    int specificity() {
        return (unit == null ? 0 : 2) + (cycle == null ? 0 : 1);
    }
}
