package org.kongdee.notification.holiday;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.RecurrenceSet;
import org.kongdee.web.text.Message;

/**
 * Works out when the events of one file come, by the library's recurrence sets, and how much work
 * that is: nobody's file keeps this service busy for long.
 */
final class Expansion {

    /** The last day on which what has no end comes again. */
    static final LocalDate HORIZON = LocalDate.of(2100, 12, 31);

    /**
     * Candidates that rules are asked for; the library looks at half a million a second or more.
     */
    private static final long MOST_WORK = 2_000_000;

    private static final int MOST_TIMES = 10_000;

    /** Of all events together, what is left out by a filter included. */
    private static final int MOST_TIMES_OF_FILE = 200_000;

    private long work;
    private int times;
    private boolean cut;

    /** Whether anything would come again after the horizon. */
    boolean isCut() {
        return cut;
    }

    /**
     * When an event comes, by the day on which that would be if no other event moved it.
     *
     * @throws NoDayOff if that takes too long to tell, or is never
     */
    TreeMap<LocalDate, Occurrence> occurrences(DayOff off) {
        var found = new TreeMap<LocalDate, Occurrence>();
        boolean endless = false;
        for (Rule rule : off.rules()) {
            take(off, rule);
            endless |= goesOn(off, rule);
        }
        off.exceptRules().forEach(rule -> take(off, rule));
        cut |= endless;
        RecurrenceSet<LocalDate> set = set(off);
        count(off, set.size());
        for (Period<LocalDate> period : set) {
            int length = (int) ChronoUnit.DAYS.between(period.getStart(), period.getEnd());
            found.merge(
                    period.getStart(),
                    new Occurrence(period.getStart(), length, off.source(), endless),
                    (one, other) -> one.length() < other.length() ? other : one);
        }
        found.keySet().removeAll(exceptions(off));
        if (found.isEmpty()) {
            throw new NoDayOff(
                    off.source().line(), Message.of("its exceptions leave none of its days"));
        }
        return found;
    }

    /** Taken out here and not by the library, which looks through a list for each day. */
    private static Set<LocalDate> exceptions(DayOff off) {
        LocalDate first = off.span().first();
        Set<LocalDate> days = new HashSet<>(off.except());
        off.exceptRules()
                .forEach(rule -> days.addAll(rule.recur().getDates(first, first, HORIZON)));
        return days;
    }

    private static RecurrenceSet<LocalDate> set(DayOff off) {
        LocalDate first = off.span().first();
        // By RFC 5545 the first day belongs to the series whether or not a rule names it.
        List<LocalDate> dates = new ArrayList<>(off.dates());
        dates.add(first);
        Set<Period<LocalDate>> periods = new HashSet<>();
        off.periods().forEach(span -> periods.add(period(span)));
        List<LocalDate> starts =
                Stream.concat(dates.stream(), off.periods().stream().map(Span::first)).toList();
        LocalDate last = Collections.max(starts);
        LocalDate to = last.isAfter(HORIZON) ? last : HORIZON;
        return new RecurrenceSet.Builder<LocalDate>()
                .start(first)
                .duration(java.time.Period.ofDays(off.span().days()))
                .recurrenceDates(dates)
                .recurrencePeriods(periods)
                .recurrenceRules(off.rules().stream().map(Rule::recur).toList())
                .period(new Period<>(Collections.min(starts), to))
                .build();
    }

    private static Period<LocalDate> period(Span span) {
        return new Period<>(span.first(), span.first().plusDays(span.days()));
    }

    private void take(DayOff off, Rule rule) {
        work += rule.work(off.span().first(), HORIZON);
        if (work > MOST_WORK) {
            throw new NoDayOff(
                    off.source().line(),
                    Message.of(
                            "the rules of the file are too many to work out; give it without rules, day by day"));
        }
    }

    private void count(DayOff off, int more) {
        if (more > MOST_TIMES) {
            throw new NoDayOff(
                    off.source().line(), Message.of("it comes more than %d times", MOST_TIMES));
        }
        times += more;
        if (times > MOST_TIMES_OF_FILE) {
            throw new NoDayOff(
                    off.source().line(),
                    Message.of(
                            "with it the events of the file come more than %d times",
                            MOST_TIMES_OF_FILE));
        }
    }

    private static boolean goesOn(DayOff off, Rule rule) {
        if (rule.count() != null) {
            LocalDate first = off.span().first();
            return rule.recur().getDates(first, first, HORIZON).size() < rule.recur().getCount();
        }
        return rule.until() == null || rule.until().isAfter(HORIZON);
    }
}
