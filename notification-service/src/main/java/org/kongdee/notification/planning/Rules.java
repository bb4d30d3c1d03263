package org.kongdee.notification.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A policy together with the working days it counts by. */
public record Rules(Policy policy, WorkCalendar calendar) {

    /** The most days that something is put off at once. */
    public static final int MOST_SNOOZED = 7;

    /**
     * The reminders of a due date that fall on days from {@code from} to {@code to}: lead days
     * moved to the working day before; the first day overdue and, after it, the day of each week on
     * which all that is overdue is said, both moved to the working day after.
     *
     * @return the day by lead days, the smallest first; a lead of −9 is the ninth day overdue
     */
    NavigableMap<Integer, LocalDate> reminders(Deadline deadline, LocalDate from, LocalDate to) {
        NavigableMap<Integer, LocalDate> days = new TreeMap<>();
        for (int lead : policy.leadDaysOf(deadline)) {
            LocalDate day = calendar.onOrBefore(deadline.day().minusDays(lead));
            if (!day.isBefore(from) && !day.isAfter(to)) {
                days.put(lead, day);
            }
        }
        addOverdue(days, deadline, from, to);
        return days;
    }

    private void addOverdue(
            NavigableMap<Integer, LocalDate> days,
            Deadline deadline,
            LocalDate from,
            LocalDate to) {
        LocalDate due = deadline.day();
        if (due.isAfter(to)) {
            return;
        }
        LocalDate first = calendar.onOrAfter(due.plusDays(policy.overdueFirst()));
        LocalDate until = deadline.chasedUntil().isBefore(to) ? deadline.chasedUntil() : to;
        if (!first.isBefore(from) && !first.isAfter(until)) {
            days.put(-policy.overdueFirst(), first);
        }
        for (LocalDate weekly : weeklyDays(from, until)) {
            if (weekly.isAfter(first)) {
                days.put(
                        Math.toIntExact(due.toEpochDay() - weekly.toEpochDay()),
                        calendar.onOrAfter(weekly));
            }
        }
    }

    /** Whether it is of those that are said on the day of the week, and not only the first time. */
    boolean isWeekly(int lead) {
        return lead < -policy.overdueFirst();
    }

    /**
     * The weekly days, as the calendar has them, that are observed from {@code from} to {@code to}.
     */
    NavigableSet<LocalDate> weeklyDays(LocalDate from, LocalDate to) {
        NavigableSet<LocalDate> found = new TreeSet<>();
        LocalDate weekly = to.with(TemporalAdjusters.previousOrSame(policy.weekly()));
        while (!calendar.onOrAfter(weekly).isBefore(from)) {
            if (!calendar.onOrAfter(weekly).isAfter(to)) {
                found.add(weekly);
            }
            weekly = weekly.minusWeeks(1);
        }
        return found;
    }

    /** Whether on this day all that is overdue is said. */
    public boolean isWeeklyDay(LocalDate date) {
        return !weeklyDays(date, date).isEmpty();
    }

    /** The first days of months that are observed from {@code from} to {@code to}. */
    NavigableSet<LocalDate> monthDays(LocalDate from, LocalDate to) {
        NavigableSet<LocalDate> found = new TreeSet<>();
        LocalDate first = to.withDayOfMonth(1);
        while (!calendar.onOrAfter(first).isBefore(from)) {
            if (!calendar.onOrAfter(first).isAfter(to)) {
                found.add(first);
            }
            first = first.minusMonths(1);
        }
        return found;
    }

    /** The day it is where the policy holds. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, policy.timeZone());
    }

    /**
     * The working day on which a snooze ends: the one before the day asked for where that is still
     * to come, else the one after.
     */
    public LocalDate wakeDay(LocalDate today, int days) {
        LocalDate asked = today.plusDays(days);
        LocalDate before = calendar.onOrBefore(asked);
        return before.isAfter(today) ? before : calendar.onOrAfter(asked);
    }

    /** How many days a deadline can be put off, none of them past its due date; 0 for none. */
    public int mostSnoozed(LocalDate today, Deadline deadline) {
        int days = MOST_SNOOZED;
        while (days > 0 && wakeDay(today, days).isAfter(deadline.day())) {
            days--;
        }
        return days;
    }

    /** The first working day after it. */
    LocalDate nextPass(LocalDate date) {
        return calendar.onOrAfter(date.plusDays(1));
    }
}
