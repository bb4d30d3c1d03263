package org.kongdee.rubric.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/**
 * The days a piece of evidence reports on, both included; a half-year report of October to March,
 * say.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
public record Coverage(LocalDate from, LocalDate to) {

    public Coverage {
        if (to.isBefore(from)) {
            throw RuleBroken.at(
                    "out-of-order",
                    "/to",
                    Message.of("A coverage ends on or after its first day."));
        }
    }

    /** The same days as few, disjoint, ordered stretches; stretches that touch become one. */
    public static List<Coverage> merge(Collection<Coverage> coverages) {
        List<Coverage> merged = new ArrayList<>();
        for (Coverage next :
                coverages.stream().sorted(Comparator.comparing(Coverage::from)).toList()) {
            Coverage last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || ChronoUnit.DAYS.between(last.to, next.from) > 1) {
                merged.add(next);
            } else if (next.to.isAfter(last.to)) {
                merged.set(merged.size() - 1, new Coverage(last.from, next.to));
            }
        }
        return List.copyOf(merged);
    }

    /** How many calendar months lie wholly inside. */
    public int wholeMonths() {
        YearMonth first = YearMonth.from(from);
        if (from.getDayOfMonth() > 1) {
            first = first.plusMonths(1);
        }
        YearMonth last = YearMonth.from(to);
        if (to.getDayOfMonth() < to.lengthOfMonth()) {
            last = last.minusMonths(1);
        }
        return Math.toIntExact(Math.max(0, ChronoUnit.MONTHS.between(first, last) + 1));
    }
}
