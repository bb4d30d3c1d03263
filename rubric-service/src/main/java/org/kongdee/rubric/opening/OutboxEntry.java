package org.kongdee.rubric.opening;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that evidence-service has not heard of yet: that a unit takes part in a cycle, or, of
 * no unit, that the cycle's collection is open or closed. What exactly is told is read when it is
 * told. It ends when it has been.
 */
@Entity
@Table(name = "evidence_outbox")
class OutboxEntry {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @SuppressWarnings("unused") // Read by SQL, as are the others.
    private String cycle;

    @SuppressWarnings("unused")
    private @Nullable String unit;

    private int attempts;

    @SuppressWarnings("unused")
    private Instant nextTryAt;

    @SuppressWarnings("unused")
    private @Nullable String failure;

    /** For Hibernate. */
    protected OutboxEntry() {}

    /** The status of the cycle's collection, to be told at once. */
    OutboxEntry(String cycle, Instant now) {
        this.cycle = cycle;
        this.nextTryAt = now;
    }

    /** There is news of it: to be told at once, and again by who is telling it now. */
    void renew(Instant now) {
        attempts = 0;
        nextTryAt = now;
    }

    /** It could not be told: later, and later each time. */
    void putOff(String why, Instant now) {
        failure = why;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
        nextTryAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** Whether nothing was renewed since it was taken. */
    boolean isStillAs(Taken taken) {
        return attempts == taken.attempts();
    }

    @Nullable Long id() {
        return id;
    }

    /**
     * An entry as a teller took it.
     *
     * @param unit null for the collection itself
     * @param attempts tells whether there was news since
     */
    record Taken(long id, String cycle, @Nullable String unit, int attempts) {}
}
