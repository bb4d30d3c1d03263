package org.kongdee.notification.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Which days are worked: neither a day off of the week nor a holiday. */
public record WorkCalendar(Set<DayOfWeek> daysOff, Set<LocalDate> holidays) {

    /** A calendar with a longer stretch of days off than this is a mistake, not a holiday. */
    private static final int LONGEST_HOLIDAY = 60;

    public WorkCalendar {
        daysOff = Set.copyOf(daysOff);
        holidays = Set.copyOf(holidays);
    }

    public boolean isWorkingDay(LocalDate date) {
        return !daysOff.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    /** {@code date} itself, or the last working day before it. */
    public LocalDate onOrBefore(LocalDate date) {
        return nearest(date, -1);
    }

    /** {@code date} itself, or the first working day after it. */
    public LocalDate onOrAfter(LocalDate date) {
        return nearest(date, 1);
    }

    private LocalDate nearest(LocalDate date, int step) {
        LocalDate day = date;
        for (int i = 0; i < LONGEST_HOLIDAY; i++) {
            if (isWorkingDay(day)) {
                return day;
            }
            day = day.plusDays(step);
        }
        return date;
    }
}
