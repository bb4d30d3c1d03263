package org.kongdee.notification.holiday;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kongdee.web.text.Message;

/**
 * A date or a time as an event has it. A date is its midnight.
 *
 * @param line where it stands
 * @param name of its property
 * @param utc whether it is given in UTC; else it is the time on the wall
 * @param timed whether it has an hour
 */
record Moment(int line, String name, LocalDateTime at, boolean utc, boolean timed) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})(Z?))?");

    private static final int EARLIEST = 1900;
    private static final int BUDDHIST_ERA_FROM = 2400;
    private static final int BUDDHIST_ERA = 543;

    /** Files of some programs end the day a minute or second before midnight. */
    private static final LocalTime ALMOST_OVER = LocalTime.of(23, 59);

    /**
     * @throws NoDayOff if it is none, or of a year that can't be meant
     */
    static Moment read(IcsProperty property, String value) {
        int line = property.line();
        Matcher form = FORM.matcher(value.strip());
        if (!form.matches()) {
            throw none(property, value);
        }
        int year = Integer.parseInt(form.group(1));
        if (year >= BUDDHIST_ERA_FROM) {
            throw new NoDayOff(
                    line,
                    Message.of(
                            "the year %d is too far ahead; Buddhist era? Then write %d",
                            year, year - BUDDHIST_ERA));
        }
        if (year < EARLIEST) {
            throw new NoDayOff(line, Message.of("the year %d is before %d", year, EARLIEST));
        }
        try {
            LocalDate date =
                    LocalDate.of(
                            year, Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
            return form.group(4) == null
                    ? new Moment(line, property.name(), date.atStartOfDay(), false, false)
                    : new Moment(
                            line,
                            property.name(),
                            date.atTime(time(form)),
                            !form.group(7).isEmpty(),
                            true);
        } catch (DateTimeException e) {
            throw none(property, value);
        }
    }

    private static LocalTime time(Matcher form) {
        return LocalTime.of(
                Integer.parseInt(form.group(4)),
                Integer.parseInt(form.group(5)),
                Integer.parseInt(form.group(6)));
    }

    private static NoDayOff none(IcsProperty property, String value) {
        return new NoDayOff(
                property.line(),
                Message.of("%s is a date such as 20220413, not '%s'", property.name(), value));
    }

    /** On the wall of a zone. */
    LocalDateTime in(ZoneId zone) {
        return utc ? at.atZone(ZoneOffset.UTC).withZoneSameInstant(zone).toLocalDateTime() : at;
    }

    /**
     * The day that begins then.
     *
     * @throws NoDayOff if none does
     */
    LocalDate day(ZoneId zone) {
        LocalDateTime local = in(zone);
        if (!local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw hour(line);
        }
        return local.toLocalDate();
    }

    static boolean endsDay(LocalDateTime local) {
        LocalTime time = local.toLocalTime();
        return time.equals(LocalTime.MIDNIGHT) || !time.isBefore(ALMOST_OVER);
    }

    /** The day after the last. */
    static LocalDate dayAfter(LocalDateTime end) {
        return end.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? end.toLocalDate()
                : end.toLocalDate().plusDays(1);
    }

    static NoDayOff hour(int line) {
        return new NoDayOff(
                line,
                Message.of(
                        "a day off is a date such as DTSTART;VALUE=DATE:20220413, without an hour, or lasts from midnight to midnight"));
    }
}
