package org.kongdee.notification.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.kongdee.notification.recurrence.LibraryRules;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.NotPossible;

/**
 * A first day and a rule. By RFC 5545 the first day belongs to the series whether or not the rule
 * names it; here it does so only if the rule does, because a due date that no rule asks for would
 * surprise.
 */
public final class Recurrence {

    public static final int MAX_LENGTH = 200;

    private static final Set<Frequency> BY_DAYS =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);

    private static final Pattern NOT_POSITIVE = Pattern.compile("(INTERVAL|COUNT)=(-|0+\\b)");
    private static final Pattern UNTIL_A_TIME = Pattern.compile("UNTIL=\\d{8}T");

    private final LocalDate start;
    private final Recur<LocalDate> rule;

    private Recurrence(LocalDate start, Recur<LocalDate> rule) {
        this.start = start;
        this.rule = rule;
    }

    /**
     * @throws NotPossible saying what is wrong with the rule
     */
    public static Recurrence of(LocalDate start, String rrule) {
        if (rrule.length() > MAX_LENGTH) {
            throw new NotPossible(Message.of("a rule has at most %d characters", MAX_LENGTH));
        }
        String text = rrule.strip().toUpperCase(Locale.ROOT);
        Recur<LocalDate> rule = read(text);
        if (!BY_DAYS.contains(rule.getFrequency())) {
            throw new NotPossible(Message.of("FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY"));
        }
        if (!rule.getHourList().isEmpty()
                || !rule.getMinuteList().isEmpty()
                || !rule.getSecondList().isEmpty()) {
            throw new NotPossible(Message.of("a due date has no hours, minutes or seconds"));
        }
        Map<String, String> parts = LibraryRules.parts(text);
        LibraryRules.complete(parts);
        return new Recurrence(start, read(LibraryRules.text(parts)));
    }

    /**
     * A rule that somebody sends, held to RFC 5545 section 3.3.10 also where the parser is more
     * generous and would count oddly.
     *
     * @throws NotPossible saying what is wrong with the rule, also if it names no day for a whole
     *     cycle of leap years
     */
    public static void check(LocalDate start, String rrule) {
        Recurrence recurrence = of(start, rrule);
        String rule = rrule.toUpperCase(Locale.ROOT);
        if (NOT_POSITIVE.matcher(rule).find()) {
            throw new NotPossible(Message.of("INTERVAL and COUNT must be 1 or more"));
        }
        if (rule.contains("COUNT=") && rule.contains("UNTIL=")) {
            throw new NotPossible(Message.of("a rule has COUNT or UNTIL, not both"));
        }
        if (UNTIL_A_TIME.matcher(rule).find()) {
            throw new NotPossible(
                    Message.of("UNTIL must be a day such as 20261231: due dates have no time"));
        }
        Map<String, String> parts = LibraryRules.parts(rule.strip());
        LibraryRules.countedOtherwise(parts)
                .ifPresent(
                        pair -> {
                            throw new NotPossible(
                                    Message.of(
                                            "%s with %s is not followed here; make a task of each",
                                            pair.one(), pair.other()));
                        });
        if (recurrence.between(start, start.plusYears(8)).isEmpty()) {
            throw new NotPossible(
                    Message.of("the rule names no day in the eight years from start"));
        }
    }

    private static Recur<LocalDate> read(String rrule) {
        try {
            return new Recur<>(rrule);
        } catch (RuntimeException e) {
            // The parser's own exceptions are of many types and name its classes.
            throw new NotPossible(
                    Message.of(
                            "'%s' is no recurrence rule such as FREQ=MONTHLY;BYMONTHDAY=30",
                            rrule));
        }
    }

    /** The due dates from {@code from} to {@code to}, both included. */
    public List<LocalDate> between(LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(start) ? start : from;
        if (first.isAfter(to)) {
            return List.of();
        }
        return rule.getDates(start, first, to.plusDays(1)).stream()
                .filter(date -> !date.isBefore(first) && !date.isAfter(to))
                .sorted()
                .distinct()
                .toList();
    }
}
