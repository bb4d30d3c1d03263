package org.kongdee.notification.holiday;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.recurrence.LibraryRules;
import org.kongdee.web.text.Message;

/**
 * A rule by which a day off comes again, held to RFC 5545 (3.3.10) also where the library is more
 * generous and would count oddly.
 *
 * @param recur as the library counts it
 * @param frequency such as YEARLY
 * @param interval of them
 * @param until its last day; null if it has none
 * @param count how often it names a day; null if it does not end by that
 * @param plain whether it names one day each time, by nothing but its frequency
 */
record Rule(
        Recur<LocalDate> recur,
        String frequency,
        int interval,
        @Nullable LocalDate until,
        @Nullable Integer count,
        boolean plain) {

    private static final Pattern WEEKDAYS =
            Pattern.compile("(?:[+-]?\\d{0,2}(?:SU|MO|TU|WE|TH|FR|SA)(?:,|$))+");
    private static final Pattern NUMBERS = Pattern.compile("[+-]?\\d{1,3}(?:,[+-]?\\d{1,3})*");
    private static final Pattern NUMBERED = Pattern.compile(".*\\d.*");

    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final Set<String> OF_HOURS = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");

    /** The parts that name days, and the largest number of each. */
    private static final Map<String, Integer> NUMBERS_OF =
            Map.of(
                    "BYMONTH", 12,
                    "BYMONTHDAY", 31,
                    "BYYEARDAY", 366,
                    "BYWEEKNO", 53,
                    "BYSETPOS", 366);

    private static final Set<String> KNOWN =
            Set.of("FREQ", "UNTIL", "COUNT", "INTERVAL", "WKST", "BYDAY", "RSCALE", "SKIP");

    private static final int LONGEST = 1_000;
    private static final int MOST_INTERVAL = 1_000;
    private static final int MOST_COUNT = 100_000;

    /**
     * The rule of an RRULE or EXRULE.
     *
     * @throws NoDayOff saying what is wrong with it
     */
    static Rule read(IcsProperty property, Span span, boolean timed) {
        Map<String, String> parts = parts(property);
        String frequency = frequency(property, parts);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            check(property, frequency, part.getKey(), part.getValue());
        }
        dropHours(property, parts, timed);
        together(property, parts);
        LibraryRules.complete(parts);
        scaledAsUsual(property, parts);
        int interval = number(property, parts, "INTERVAL", MOST_INTERVAL, 1);
        Integer count =
                parts.containsKey("COUNT")
                        ? Integer.valueOf(number(property, parts, "COUNT", MOST_COUNT, 1))
                        : null;
        LocalDate until = until(property, parts, span);
        if (count != null && until != null) {
            throw wrong(property, Message.of("it has COUNT or UNTIL, not both"));
        }
        if (count != null) {
            countTheFirst(property, parts, span.first(), count);
        }
        boolean plain = parts.keySet().stream().noneMatch(name -> name.startsWith("BY"));
        return new Rule(recur(property, parts), frequency, interval, until, count, plain);
    }

    /** How many candidates are looked at, from its first day to its last or {@code horizon}. */
    long work(LocalDate first, LocalDate horizon) {
        LocalDate end = until == null || until.isAfter(horizon) ? horizon : until;
        long days = Math.max(1, ChronoUnit.DAYS.between(first, end));
        long times = plain ? days / ((long) unit() * interval) + 1 : days;
        return plain && count != null ? Math.min(count, times) : times;
    }

    private int unit() {
        return switch (frequency) {
            case "YEARLY" -> 365;
            case "MONTHLY" -> 28;
            case "WEEKLY" -> 7;
            default -> 1;
        };
    }

    private static Map<String, String> parts(IcsProperty property) {
        if (property.value().length() > LONGEST) {
            throw wrong(property, Message.of("it has more than %d characters", LONGEST));
        }
        String text = property.value().replace(" ", "").toUpperCase(Locale.ROOT);
        var parts = new LinkedHashMap<String, String>();
        for (String part : text.split(";", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            String[] pair = part.split("=", 2);
            if (pair.length < 2 || pair[1].isEmpty()) {
                throw wrong(property, Message.of("%s has no value", pair[0]));
            }
            if (parts.put(pair[0], pair[1]) != null) {
                throw wrong(property, Message.of("it has a second %s", pair[0]));
            }
        }
        return parts;
    }

    private static String frequency(IcsProperty property, Map<String, String> parts) {
        String frequency = parts.get("FREQ");
        if (frequency == null || !FREQUENCIES.contains(frequency)) {
            throw wrong(
                    property,
                    Message.of(
                            "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY, not '%s'",
                            frequency == null ? "" : frequency));
        }
        return frequency;
    }

    private static void check(IcsProperty property, String frequency, String name, String value) {
        Integer most = NUMBERS_OF.get(name);
        if (most != null) {
            numbers(property, name, value, most);
        } else if (name.equals("BYDAY") && !WEEKDAYS.matcher(value).matches()) {
            throw wrong(property, Message.of("BYDAY has days such as MO or 2SU, not '%s'", value));
        } else if (!KNOWN.contains(name) && !OF_HOURS.contains(name)) {
            throw wrong(property, Message.of("%s is no part of a rule that is known here", name));
        }
        if (!fits(frequency, name, value)) {
            throw wrong(
                    property, Message.of("%s=%s does not go with FREQ=%s", name, value, frequency));
        }
    }

    private static void numbers(IcsProperty property, String name, String value, int most) {
        if (NUMBERS.matcher(value).matches()) {
            boolean inRange = true;
            for (String each : value.split(",", -1)) {
                int number = Integer.parseInt(each);
                inRange &=
                        number != 0
                                && Math.abs(number) <= most
                                && (number > 0 || !name.equals("BYMONTH"));
            }
            if (inRange) {
                return;
            }
        }
        throw wrong(
                property, Message.of("%s has numbers from 1 to %d, not '%s'", name, most, value));
    }

    /** The table of RFC 5545, 3.3.10. */
    private static boolean fits(String frequency, String name, String value) {
        return switch (name) {
            case "BYWEEKNO", "BYYEARDAY" -> frequency.equals("YEARLY");
            case "BYMONTHDAY" -> !frequency.equals("WEEKLY");
            case "BYDAY" ->
                    frequency.equals("YEARLY")
                            || frequency.equals("MONTHLY")
                            || !NUMBERED.matcher(value).matches();
            default -> true;
        };
    }

    private static void together(IcsProperty property, Map<String, String> parts) {
        if (parts.containsKey("BYSETPOS")
                && parts.keySet().stream()
                        .noneMatch(name -> name.startsWith("BY") && !name.equals("BYSETPOS"))) {
            throw wrong(
                    property, Message.of("BYSETPOS needs another BY part, from which it chooses"));
        }
        LibraryRules.countedOtherwise(parts)
                .ifPresent(
                        pair -> {
                            throw wrong(property, notFollowed(parts, pair));
                        });
    }

    private static Message notFollowed(Map<String, String> parts, LibraryRules.Pair pair) {
        return Message.of(
                "%s=%s with %s=%s is not followed here; give each day by itself",
                pair.one(),
                parts.getOrDefault(pair.one(), ""),
                pair.other(),
                parts.getOrDefault(pair.other(), ""));
    }

    /** Of a date they are passed over, as RFC 5545 has it; of a midnight they may say midnight. */
    private static void dropHours(IcsProperty property, Map<String, String> parts, boolean timed) {
        for (String name : OF_HOURS) {
            String value = parts.remove(name);
            if (timed && value != null && !value.matches("0+")) {
                throw Moment.hour(property.line());
            }
        }
    }

    private static void scaledAsUsual(IcsProperty property, Map<String, String> parts) {
        String scale = parts.remove("RSCALE");
        String skip = parts.remove("SKIP");
        if (scale != null && !scale.equals("GREGORIAN") || skip != null && !skip.equals("OMIT")) {
            throw wrong(
                    property,
                    Message.of(
                            "RSCALE=%s and SKIP=%s are not known here; give each day by itself",
                            scale == null ? "GREGORIAN" : scale, skip == null ? "OMIT" : skip));
        }
    }

    private static int number(
            IcsProperty property, Map<String, String> parts, String name, int most, int absent) {
        String value = parts.get(name);
        if (value == null) {
            return absent;
        }
        if (value.matches("\\+?0*[1-9]\\d{0,5}") && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        throw wrong(
                property, Message.of("%s is a number from 1 to %d, not '%s'", name, most, value));
    }

    /** A time is taken for its day, since so many files give one to dates. */
    private static @Nullable LocalDate until(
            IcsProperty property, Map<String, String> parts, Span span) {
        String value = parts.get("UNTIL");
        if (value == null) {
            return null;
        }
        // Said of the part, not of the whole.
        IcsProperty part = new IcsProperty(property.line(), property.name() + ": UNTIL", "", value);
        LocalDate until = Moment.read(part, value).in(span.zone()).toLocalDate();
        if (until.isBefore(span.first())) {
            throw wrong(property, Message.of("UNTIL=%s is before DTSTART", value));
        }
        parts.put("UNTIL", basic(until));
        return until;
    }

    /**
     * DTSTART is the first of COUNT, also where the rule does not name it (RFC 5545, 3.3.10), which
     * the library does not count.
     */
    private static void countTheFirst(
            IcsProperty property, Map<String, String> parts, LocalDate first, int count) {
        if (!recur(property, parts).getDates(first, first, first).isEmpty()) {
            return;
        }
        if (count > 1) {
            parts.put("COUNT", String.valueOf(count - 1));
        } else {
            parts.remove("COUNT");
            parts.put("UNTIL", basic(first));
        }
    }

    private static String basic(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static Recur<LocalDate> recur(IcsProperty property, Map<String, String> parts) {
        try {
            return new Recur<>(LibraryRules.text(parts));
        } catch (RuntimeException e) {
            // The library's own exceptions are of many types and name its classes.
            throw wrong(
                    property, Message.of("it is no rule such as FREQ=YEARLY;BYMONTH=5;BYDAY=2SU"));
        }
    }

    /** Says of which property it is. */
    private static NoDayOff wrong(IcsProperty property, Message what) {
        return new NoDayOff(property.line(), Message.of("%s: %s", property.name(), what));
    }
}
