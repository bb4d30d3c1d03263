package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A policy together with the working days it counts by. */
public record Rules(Policy policy, WorkCalendar calendar) {

    /**
     * The reminders of a deadline that fall on days from {@code from} to {@code to}: lead days
     * moved to the working day before, overdue days to the one after.
     *
     * @return the day by lead days, the smallest first; a lead of −8 is the eighth day overdue
     */
    NavigableMap<Integer, LocalDate> reminders(
            LocalDate due, LocalDate chasedUntil, LocalDate from, LocalDate to) {
        NavigableMap<Integer, LocalDate> days = new TreeMap<>();
        for (int lead : policy.leadDays()) {
            LocalDate day = calendar.onOrBefore(due.minusDays(lead));
            if (!day.isBefore(from) && !day.isAfter(to)) {
                days.put(lead, day);
            }
        }
        addOverdue(days, due, chasedUntil, from, to);
        return days;
    }

    /** Walks back from the last overdue day not after {@code to}; moving keeps their order. */
    private void addOverdue(
            NavigableMap<Integer, LocalDate> days,
            LocalDate due,
            LocalDate chasedUntil,
            LocalDate from,
            LocalDate to) {
        long late = to.toEpochDay() - due.toEpochDay();
        long steps = Math.floorDiv(late - policy.overdueFirst(), policy.overdueEvery());
        for (long step = steps; step >= 0; step--) {
            int overdue = Math.toIntExact(policy.overdueFirst() + step * policy.overdueEvery());
            LocalDate day = calendar.onOrAfter(due.plusDays(overdue));
            if (day.isBefore(from)) {
                return;
            }
            if (!day.isAfter(to) && !day.isAfter(chasedUntil)) {
                days.put(-overdue, day);
            }
        }
    }
}
