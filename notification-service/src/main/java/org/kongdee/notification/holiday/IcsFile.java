package org.kongdee.notification.holiday;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Text;

/**
 * The structure of an iCalendar file: its own properties, and its events with their lines. The
 * library's parser would give up the whole file where one event is broken, and says of none where
 * it stands; so lines are parted here, and the library reads the values.
 *
 * @param properties of the calendar, the first of each name
 * @param others how many entries are no events
 */
record IcsFile(Map<String, IcsProperty> properties, List<IcsEvent> events, int others) {

    /** That of a time in UTC where the file names none: these are calendars of Thailand. */
    private static final ZoneId USUAL = ZoneId.of("Asia/Bangkok");

    IcsFile {
        properties = Map.copyOf(properties);
        events = List.copyOf(events);
    }

    Optional<String> says(String name) {
        return Optional.ofNullable(properties.get(name)).map(IcsProperty::value);
    }

    /** In which days begin that are given in UTC. */
    ZoneId zone() {
        return says("X-WR-TIMEZONE").flatMap(IcsFile::zone).orElse(USUAL);
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * @throws Malformed if it is no iCalendar file, or only a part of one
     */
    static IcsFile read(String ics) {
        var reading = new Reading();
        List<String> lines = ics.lines().toList();
        StringBuilder content = new StringBuilder();
        int begun = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int number = i + 1;
            Text.LINES.check(
                    line, fault -> Malformed.body(Message.of("Line %d %s.", number, fault)));
            if (begun > 0 && (line.startsWith(" ") || line.startsWith("\t"))) {
                content.append(line, 1, line.length());
                continue;
            }
            reading.take(begun, content.toString());
            content.setLength(0);
            content.append(line);
            begun = number;
        }
        reading.take(begun, content.toString());
        return reading.end();
    }

    /** What has been read so far. */
    private static final class Reading {

        private static final String CALENDAR = "VCALENDAR";
        private static final String EVENT = "VEVENT";
        private static final String ZONE = "VTIMEZONE";

        private final Map<String, IcsProperty> properties = new HashMap<>();
        private final List<IcsEvent> events = new ArrayList<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final List<IcsProperty> ofEvent = new ArrayList<>();
        private @Nullable NoDayOff fault;
        private int eventLine;
        private int others;
        private boolean begun;

        void take(int line, String content) {
            if (content.isBlank()) {
                return;
            }
            String upper = content.strip().toUpperCase(Locale.ROOT);
            if (upper.startsWith("BEGIN:")) {
                begin(line, upper.substring("BEGIN:".length()).strip());
            } else if (upper.startsWith("END:")) {
                end(line, upper.substring("END:".length()).strip());
            } else if (open.isEmpty()) {
                throw noCalendar(line);
            } else if (open.size() == 1) {
                ofCalendar(line, content);
            } else if (open.size() == 2 && EVENT.equals(open.peek())) {
                ofEvent(line, content);
            }
        }

        private void begin(int line, String name) {
            if (open.isEmpty() != CALENDAR.equals(name)) {
                throw noCalendar(line);
            }
            if (EVENT.equals(name)) {
                if (open.size() > 1) {
                    throw Malformed.body(
                            Message.of(
                                    "Line %d begins an event within %s, which has no END.",
                                    line, open.peek()));
                }
                eventLine = line;
            } else if (open.size() == 1 && !ZONE.equals(name)) {
                others++;
            }
            begun = true;
            open.push(name);
        }

        private void end(int line, String name) {
            if (!name.equals(open.peek())) {
                throw Malformed.body(
                        Message.of("Line %d ends %s, which was not begun.", line, name));
            }
            open.pop();
            if (EVENT.equals(name)) {
                events.add(new IcsEvent(eventLine, ofEvent, fault));
                ofEvent.clear();
                fault = null;
            }
        }

        private void ofCalendar(int line, String content) {
            try {
                IcsProperty property = IcsProperty.read(line, content);
                properties.putIfAbsent(property.name(), property);
            } catch (NoDayOff e) {
                throw noCalendar(line);
            }
        }

        private void ofEvent(int line, String content) {
            try {
                ofEvent.add(IcsProperty.read(line, content));
            } catch (NoDayOff e) {
                fault = fault == null ? e : fault;
            }
        }

        IcsFile end() {
            if (!begun) {
                throw Malformed.body(
                        Message.of("This is no iCalendar file (RFC 5545): it is empty."));
            }
            if (!open.isEmpty()) {
                throw Malformed.body(
                        Message.of(
                                "The file ends before the END of %s; a part of it is missing.",
                                open.peek()));
            }
            return new IcsFile(properties, events, others);
        }

        private static Malformed noCalendar(int line) {
            return Malformed.body(
                    Message.of("This is no iCalendar file (RFC 5545); it fails at line %d.", line));
        }
    }
}
