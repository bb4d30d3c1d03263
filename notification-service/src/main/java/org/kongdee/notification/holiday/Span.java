package org.kongdee.notification.holiday;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.TemporalAmountAdapter;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Message;

/**
 * Whole days in a row.
 *
 * @param first of them
 * @param days how many
 * @param zone in which the event's times in UTC begin days
 */
record Span(LocalDate first, int days, ZoneId zone) {

    private static final int LONGEST = 60;

    /**
     * Those of an event, from its DTSTART to its DTEND or for its DURATION.
     *
     * @param zone of times in UTC; those at midnight of UTC are days all the same
     * @throws NoDayOff if it is not of whole days
     */
    static Span of(IcsEvent event, ZoneId zone) {
        IcsProperty dtStart =
                event.one("DTSTART")
                        .orElseThrow(
                                () -> new NoDayOff(event.line(), Message.of("it has no DTSTART")));
        Moment start = Moment.read(dtStart, dtStart.value());
        Moment end =
                event.one("DTEND").map(found -> Moment.read(found, found.value())).orElse(null);
        TemporalAmount duration = event.one("DURATION").map(Span::duration).orElse(null);
        if (end == null
                && duration == null
                && start.timed()
                && !event.says("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE")) {
            throw Moment.hour(start.line());
        }
        List<ZoneId> zones = start.utc() ? List.of(zone, ZoneOffset.UTC) : List.of(zone);
        for (ZoneId each : zones) {
            Optional<Span> found = in(each, start, end, duration);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw Moment.hour(start.line());
    }

    /** A period of an RDATE: two times, or one and a duration. */
    static Span ofPeriod(IcsProperty property, String period, ZoneId zone) {
        String[] parts = period.split("/", 2);
        Moment start = Moment.read(property, parts[0]);
        boolean lasts = parts[1].strip().startsWith("P");
        return in(
                        zone,
                        start,
                        lasts ? null : Moment.read(property, parts[1]),
                        lasts ? duration(property, parts[1]) : null)
                .orElseThrow(() -> Moment.hour(property.line()));
    }

    private static Optional<Span> in(
            ZoneId zone, Moment start, @Nullable Moment end, @Nullable TemporalAmount duration) {
        LocalDateTime from = start.in(zone);
        LocalDateTime byDuration = duration == null ? null : plus(start, from, duration);
        LocalDateTime byEnd = end == null ? byDuration : end.in(zone);
        LocalDateTime to = byEnd == null ? from : byEnd;
        if (byDuration != null && !byDuration.equals(to)) {
            throw new NoDayOff(
                    start.line(),
                    Message.of("its DTEND and its DURATION differ; leave one of them out"));
        }
        if (!Moment.endsDay(to) || !from.toLocalDate().atStartOfDay().equals(from)) {
            return Optional.empty();
        }
        LocalDate first = from.toLocalDate();
        long days = ChronoUnit.DAYS.between(first, Moment.dayAfter(to));
        if (days < 0 || days > LONGEST) {
            throw tooLong(start);
        }
        // Programs that know no other way end a day where it begins.
        return Optional.of(new Span(first, Math.max(1, (int) days), zone));
    }

    private static LocalDateTime plus(Moment start, LocalDateTime from, TemporalAmount duration) {
        try {
            return from.plus(duration);
        } catch (DateTimeException | ArithmeticException e) {
            throw tooLong(start);
        }
    }

    private static NoDayOff tooLong(Moment start) {
        return new NoDayOff(
                start.line(),
                Message.of("it ends before it begins, or lasts over %d days", LONGEST));
    }

    private static TemporalAmount duration(IcsProperty property) {
        return duration(property, property.value());
    }

    private static TemporalAmount duration(IcsProperty property, String value) {
        try {
            return TemporalAmountAdapter.parse(value.strip()).getDuration();
        } catch (RuntimeException e) {
            // The library's own exceptions are of several types.
            throw new NoDayOff(
                    property.line(),
                    Message.of("%s has a duration such as P1D, not '%s'", property.name(), value));
        }
    }
}
