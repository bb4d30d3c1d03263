package org.kongdee.notification.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a line is not said: MERGED, a smaller lead day of the same deadline, or a later occurrence of
 * the same series, is said on the same day; PAUSED, the recipient is away for now; SNOOZED, they
 * put it off; NOT_MINE, they said that it is somebody else's; SETTLED, nothing is left to do;
 * MOVED, it is not due then any more; REMOVED, they are no recipient any more; NEXT_DAY, they have
 * had two mails on the day, and it is said in the next one.
 */
public enum Unsaid {
    MERGED,
    PAUSED,
    SNOOZED,
    NOT_MINE,
    SETTLED,
    MOVED,
    REMOVED,
    NEXT_DAY;

    /**
     * @param recipient who is to be told, if they are there
     * @param deadline what of, if it is still due then
     * @param occasion why
     * @param silence what they asked for about it, if anything
     * @return null if it is to be said on {@code date}
     */
    public static @Nullable Unsaid why(
            @Nullable Recipient recipient,
            @Nullable Deadline deadline,
            Occasion occasion,
            @Nullable Silence silence,
            LocalDate date) {
        if (recipient == null) {
            return REMOVED;
        }
        if (recipient.isPausedOn(date)) {
            return PAUSED;
        }
        if (deadline == null) {
            return MOVED;
        }
        if (occasion == Occasion.SETTLED ? deadline.isOpen() : !deadline.isOpen()) {
            return SETTLED;
        }
        if (silence == null) {
            return null;
        }
        if (silence.notMine()) {
            return NOT_MINE;
        }
        return silence.isSnoozedOn(date) ? SNOOZED : null;
    }
}
