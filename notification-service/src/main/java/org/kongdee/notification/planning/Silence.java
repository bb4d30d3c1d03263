package org.kongdee.notification.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient asked for about one deadline.
 *
 * @param snoozedUntil the day on which to be reminded again, or null
 * @param notMine whether the deadline is somebody else's
 */
public record Silence(@Nullable LocalDate snoozedUntil, boolean notMine) {

    /** Of one recipient about one due date: a deadline that moves is heard of again. */
    public record Key(String recipient, String deadline, LocalDate due) {

        public static Key of(Recipient recipient, Deadline deadline) {
            return new Key(recipient.id(), deadline.id(), deadline.day());
        }
    }

    boolean isSnoozedOn(LocalDate date) {
        return snoozedUntil != null && date.isBefore(snoozedUntil);
    }

    /** The same by working days: never later than asked for, and so never past the due date. */
    Silence within(WorkCalendar calendar) {
        return snoozedUntil == null
                ? this
                : new Silence(calendar.onOrBefore(snoozedUntil), notMine);
    }
}
