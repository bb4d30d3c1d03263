package org.kongdee.notification.silence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Silence;

/** What a recipient asked for about one due date, as kept; planning sees a {@link Silence}. */
@Entity
@Table(name = "silence")
class StoredSilence {

    /** {@link Silence.Key} as Hibernate wants it. */
    @Embeddable
    record Key(String recipient, String deadline, LocalDate due) {

        static Key of(Silence.Key key) {
            return new Key(key.recipient(), key.deadline(), key.due());
        }
    }

    @EmbeddedId private Key key;

    /** The generation of the recipient's links that it holds for. */
    private long links;

    private @Nullable LocalDate snoozedUntil;
    private boolean notMine;
    private Instant changedAt;

    /** For Hibernate. */
    protected StoredSilence() {}

    void snooze(LocalDate until, Instant at) {
        snoozedUntil = until;
        changedAt = at;
    }

    /** What was asked for by void links holds no more. */
    void begin(long generation) {
        if (links != generation) {
            links = generation;
            snoozedUntil = null;
            notMine = false;
        }
    }

    /** Whether this changed anything: saying so twice is saying it once. */
    boolean notMine(Instant at) {
        return say(true, at);
    }

    /** Takes "not mine" back; whether this changed anything. */
    boolean mine(Instant at) {
        return say(false, at);
    }

    private boolean say(boolean isNotMine, Instant at) {
        if (notMine == isNotMine) {
            return false;
        }
        notMine = isNotMine;
        changedAt = at;
        return true;
    }

    Silence.Key key() {
        return new Silence.Key(key.recipient(), key.deadline(), key.due());
    }

    Silence silence() {
        return new Silence(snoozedUntil, notMine);
    }

    SilenceView view() {
        return new SilenceView(
                key.deadline(),
                key.due().equals(Deadline.NEVER) ? null : key.due(),
                notMine,
                snoozedUntil,
                changedAt);
    }
}
