package org.kongdee.notification.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.DeadlineStatus;

/**
 * What somebody said last about a due date.
 *
 * @param done that it is done; else that it is open again
 * @param at when, in business time
 * @param answer what there is to say of it; null if nothing
 */
public record Word(boolean done, Who who, Instant at, @Nullable String answer) {

    /**
     * What something is by this word that was kept as {@code status}: it only speaks of what is
     * done.
     */
    DeadlineStatus over(DeadlineStatus status) {
        if (done && status.isOpen()) {
            return DeadlineStatus.DONE;
        }
        return !done && status == DeadlineStatus.DONE ? DeadlineStatus.PLANNED : status;
    }

    /** As it is shown, if it says that something is done. */
    public @Nullable Settled settled() {
        return done ? new Settled(who.by(), who.name(), at, answer) : null;
    }
}
