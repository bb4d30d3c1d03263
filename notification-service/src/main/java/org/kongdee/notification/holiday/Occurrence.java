package org.kongdee.notification.holiday;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * One time that something is off.
 *
 * @param source the event that says so
 * @param endless whether a rule without end does, so that it tells nothing of how far the file goes
 */
record Occurrence(LocalDate first, int length, IcsEvent source, boolean endless) {

    static Occurrence of(DayOff off) {
        return new Occurrence(off.span().first(), off.span().days(), off.source(), false);
    }

    Stream<LocalDate> days() {
        return first.datesUntil(first.plusDays(length));
    }

    LocalDate last() {
        return first.plusDays(length - 1L);
    }
}
