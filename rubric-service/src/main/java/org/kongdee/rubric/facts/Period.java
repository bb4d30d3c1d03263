package org.kongdee.rubric.facts;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/**
 * The days of a cycle, both ends included. A rubric names month-days, never years, so that it
 * serves every cycle; the period turns them into dates.
 *
 * @param start the first day
 * @param end the last day, not before the first
 */
public record Period(LocalDate start, LocalDate end) {

    public Period {
        if (end.isBefore(start)) {
            throw RuleBroken.at(
                    "out-of-order", "/end", Message.of("A period ends on or after its start."));
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && !date.isAfter(end);
    }

    /**
     * The first such day on or after the start, if it lies inside the period; {@code --02-29} is 28
     * February in other years.
     */
    public Optional<LocalDate> dateOf(MonthDay monthDay) {
        LocalDate sameYear = monthDay.atYear(start.getYear());
        LocalDate date = sameYear.isBefore(start) ? monthDay.atYear(start.getYear() + 1) : sameYear;
        return contains(date) ? Optional.of(date) : Optional.empty();
    }
}
