package org.kongdee.notification.holiday;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** Small files in the manner of the programs that write them. */
final class Ics {

    static final HolidayFilter ALL = HolidayFilter.of(List.of(), List.of());

    private Ics() {}

    /** A calendar of these lines, between its first and its last. */
    static String calendar(String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
                + String.join("\r\n", lines)
                + "\r\nEND:VCALENDAR\r\n";
    }

    /** An event with a UID of its own; lines are parted by line breaks. */
    static String event(String uid, String lines) {
        return "BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20211201T000000Z\r\n%s\r\nEND:VEVENT"
                .formatted(uid, lines.strip().replace("\n", "\r\n"));
    }

    /** The days of a file, in their order. */
    static List<LocalDate> days(String ics) {
        return days(HolidayFile.read(ics, ALL));
    }

    static List<LocalDate> days(HolidayFile file) {
        return List.copyOf(new TreeSet<>(file.days().keySet()));
    }

    /** Days as they are written in tables. */
    static List<LocalDate> dates(String list) {
        return list.isBlank()
                ? List.of()
                : List.of(list.strip().split("\\s+", -1)).stream().map(LocalDate::parse).toList();
    }
}
