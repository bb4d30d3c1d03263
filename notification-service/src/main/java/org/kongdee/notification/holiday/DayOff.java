package org.kongdee.notification.holiday;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Text;

/**
 * An event that is a day off, or several: what it says, before other events change it.
 *
 * @param source the event
 * @param span its first time; of a cancelled occurrence the day that is cancelled
 * @param recurrenceId the occurrence of its series that it stands for; null for the series itself
 * @param following whether it stands for all later ones too
 * @param dates further days on which it begins
 * @param periods further times of another length
 * @param except days on which it does not begin
 * @param rules by which it comes again
 * @param exceptRules by which it does not
 */
record DayOff(
        IcsEvent source,
        Span span,
        @Nullable LocalDate recurrenceId,
        boolean following,
        List<LocalDate> dates,
        List<Span> periods,
        List<LocalDate> except,
        List<Rule> rules,
        List<Rule> exceptRules) {

    private static final int LONGEST_NAME = 500;

    DayOff {
        dates = List.copyOf(dates);
        periods = List.copyOf(periods);
        except = List.copyOf(except);
        rules = List.copyOf(rules);
        exceptRules = List.copyOf(exceptRules);
    }

    boolean isCancelled() {
        return source.isCancelled();
    }

    /** Whether it comes again, by whatever says so. */
    boolean recurs() {
        return !rules.isEmpty() || !dates.isEmpty() || !periods.isEmpty();
    }

    /**
     * @param zone of its times in UTC
     * @throws NoDayOff if it is none
     */
    static DayOff read(IcsEvent event, ZoneId zone) {
        if (event.fault() != null) {
            throw event.fault();
        }
        IcsProperty of = event.one("RECURRENCE-ID").orElse(null);
        boolean following = of != null && following(of);
        if (event.isCancelled() && of != null) {
            // Whatever else it says is not going to be.
            LocalDate cancelled = Moment.read(of, of.value()).in(zone).toLocalDate();
            Span span = new Span(cancelled, 1, zone);
            return new DayOff(
                    event, span, cancelled, following, List.of(), List.of(), List.of(), List.of(),
                    List.of());
        }
        Span span = Span.of(event, zone);
        checkName(event);
        boolean timed = event.one("DTSTART").orElseThrow().value().contains("T");
        LocalDate recurrenceId =
                of == null ? null : Moment.read(of, of.value()).in(span.zone()).toLocalDate();
        var dates = new ArrayList<LocalDate>();
        var periods = new ArrayList<Span>();
        var except = new ArrayList<LocalDate>();
        each(
                event,
                "RDATE",
                (property, value) -> {
                    if (value.contains("/")) {
                        periods.add(Span.ofPeriod(property, value, span.zone()));
                    } else {
                        dates.add(Moment.read(property, value).day(span.zone()));
                    }
                });
        each(
                event,
                "EXDATE",
                (property, value) -> except.add(Moment.read(property, value).day(span.zone())));
        var off =
                new DayOff(
                        event,
                        span,
                        recurrenceId,
                        following,
                        dates,
                        periods,
                        except,
                        rules(event, "RRULE", span, timed),
                        rules(event, "EXRULE", span, timed));
        if (of != null && off.recurs()) {
            throw new NoDayOff(
                    of.line(),
                    Message.of("it stands for an occurrence (RECURRENCE-ID), and recurs itself"));
        }
        return off;
    }

    private static boolean following(IcsProperty recurrenceId) {
        if (recurrenceId.range().isEmpty()) {
            return false;
        }
        if (recurrenceId.range().equals("THISANDFUTURE")) {
            return true;
        }
        throw new NoDayOff(
                recurrenceId.line(),
                Message.of(
                        "RANGE=%s is not known here; RFC 5545 has THISANDFUTURE alone",
                        recurrenceId.range()));
    }

    private static void checkName(IcsEvent event) {
        IcsProperty summary = event.first("SUMMARY").orElse(null);
        if (summary == null) {
            return;
        }
        String name = summary.text();
        // Escapes may have hidden line breaks in it.
        Text.LINE.check(
                name, fault -> new NoDayOff(summary.line(), Message.of("its SUMMARY %s", fault)));
        if (name.length() > LONGEST_NAME) {
            throw new NoDayOff(
                    summary.line(),
                    Message.of("its SUMMARY has more than %d characters", LONGEST_NAME));
        }
    }

    private static void each(IcsEvent event, String name, BiConsumer<IcsProperty, String> each) {
        event.all(name)
                .forEach(
                        property -> {
                            for (String value : property.value().split(",", -1)) {
                                if (!value.isBlank()) {
                                    each.accept(property, value);
                                }
                            }
                        });
    }

    private static List<Rule> rules(IcsEvent event, String name, Span span, boolean timed) {
        return event.all(name).map(rule -> Rule.read(rule, span, timed)).toList();
    }
}
