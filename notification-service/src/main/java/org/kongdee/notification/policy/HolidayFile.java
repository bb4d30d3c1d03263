package org.kongdee.notification.policy;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Text;

/**
 * The days off of an iCalendar file: its all-day events, repeated ones up to 2100.
 *
 * @param days the name of each day
 * @param until the last day up to which the file is complete: its X-KONGDEE-COMPLETE-UNTIL, else
 *     its last day off
 */
record HolidayFile(Map<LocalDate, String> days, LocalDate until) {

    private static final String COMPLETE_UNTIL = "X-KONGDEE-COMPLETE-UNTIL";

    private static final LocalDate HORIZON = LocalDate.of(2100, 12, 31);
    private static final int MAX_DAYS = 10_000;
    private static final int LONGEST_EVENT = 60;
    private static final int BUDDHIST_ERA_FROM = 2400;

    /**
     * @throws Malformed if it is no iCalendar file
     * @throws RuleBroken if an event is no day off
     */
    static HolidayFile read(String ics) {
        checkText(ics);
        Calendar calendar = parse(ics);
        Map<LocalDate, String> days = new TreeMap<>();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        for (int i = 0; i < events.size(); i++) {
            try {
                add(days, events.get(i));
            } catch (IllegalArgumentException e) {
                throw new RuleBroken(
                        "invalid-holidays",
                        "Event %d%s: %s.".formatted(i + 1, nameOf(events.get(i)), e.getMessage()));
            }
        }
        if (days.isEmpty()) {
            throw new RuleBroken("invalid-holidays", "The file has no events.");
        }
        return new HolidayFile(
                days, until(calendar).orElseGet(() -> Collections.max(days.keySet())));
    }

    private static Optional<LocalDate> until(Calendar calendar) {
        return calendar.getProperty(COMPLETE_UNTIL)
                .map(
                        property -> {
                            try {
                                return LocalDate.parse(
                                        property.getValue().strip(),
                                        DateTimeFormatter.BASIC_ISO_DATE);
                            } catch (DateTimeParseException e) {
                                throw new RuleBroken(
                                        "invalid-holidays",
                                        "%s is a date such as 20271231, not '%s'."
                                                .formatted(COMPLETE_UNTIL, property.getValue()));
                            }
                        });
    }

    private static void checkText(String ics) {
        List<String> lines = ics.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            Text.LINES.check(
                    lines.get(i), fault -> Malformed.body("Line %d %s.".formatted(number, fault)));
        }
    }

    private static Calendar parse(String ics) {
        try {
            return new CalendarBuilder().build(new StringReader(ics));
        } catch (ParserException e) {
            throw new Malformed(
                    "malformed-body",
                    "This is no iCalendar file (RFC 5545); it fails at line %d."
                            .formatted(e.getLineNo()));
        } catch (IOException | RuntimeException e) {
            // The parser lets exceptions of many types through for broken values.
            throw new Malformed("malformed-body", "This is no iCalendar file (RFC 5545).");
        }
    }

    private static void add(Map<LocalDate, String> days, VEvent event) {
        LocalDate first = day(event.<DtStart<Temporal>>getProperty(Property.DTSTART).orElse(null));
        LocalDate end =
                event.<DtEnd<Temporal>>getProperty(Property.DTEND)
                        .map(HolidayFile::date)
                        .orElse(first.plusDays(1));
        if (!end.isAfter(first) || end.isAfter(first.plusDays(LONGEST_EVENT))) {
            throw new IllegalArgumentException("it ends before it begins, or lasts over 60 days");
        }
        String name = event.getSummary() == null ? "" : event.getSummary().getValue();
        // Escapes may have hidden line breaks in it.
        Text.LINE.check(name, fault -> new IllegalArgumentException("its SUMMARY " + fault));
        for (LocalDate start : starts(event, first)) {
            LocalDate stop = start.plusDays(end.toEpochDay() - first.toEpochDay());
            start.datesUntil(stop).forEach(day -> days.putIfAbsent(day, name));
        }
        if (days.size() > MAX_DAYS) {
            throw new IllegalArgumentException("the file has more than 10,000 days");
        }
    }

    private static List<LocalDate> starts(VEvent event, LocalDate first) {
        RRule<LocalDate> rule = event.<RRule<LocalDate>>getProperty(Property.RRULE).orElse(null);
        if (rule == null) {
            return List.of(first);
        }
        Recur<LocalDate> recur = rule.getRecur();
        return recur.getDates(first, first, HORIZON);
    }

    private static LocalDate day(@org.jspecify.annotations.Nullable DtStart<Temporal> start) {
        if (start == null) {
            throw new IllegalArgumentException("it has no DTSTART");
        }
        return date(start);
    }

    private static LocalDate date(
            net.fortuna.ical4j.model.property.DateProperty<Temporal> property) {
        Temporal value = property.getDate();
        if (value == null || value.isSupported(ChronoField.HOUR_OF_DAY)) {
            throw new IllegalArgumentException(
                    "a day off is a date such as DTSTART;VALUE=DATE:20220413, without an hour");
        }
        LocalDate date = LocalDate.from(value);
        if (date.getYear() >= BUDDHIST_ERA_FROM) {
            throw new IllegalArgumentException(
                    "the year %d is too far ahead; Buddhist era? Then write %d"
                            .formatted(date.getYear(), date.getYear() - 543));
        }
        return date;
    }

    private static String nameOf(VEvent event) {
        return event.getSummary() == null ? "" : " (" + event.getSummary().getValue() + ")";
    }
}
