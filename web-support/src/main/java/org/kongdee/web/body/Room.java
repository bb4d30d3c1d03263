package org.kongdee.web.body;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.kongdee.web.problem.Unavailable;

/**
 * The memory that all bodies share that are held whole. What is read from one takes several times
 * its size.
 */
@ApplicationScoped
public class Room {

    private static final int TIMES_ITS_SIZE = 8;
    private static final int PART_OF_HEAP = 4;

    private static final Duration SOON = Duration.ofSeconds(2);

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    @Inject
    Room(BodySettings settings) {
        this(
                settings.memory()
                        .map(MemorySize::asLongValue)
                        .orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    }

    Room(long memory) {
        this.bytes = memory / TIMES_ITS_SIZE;
    }

    /** Takes room for so many bytes of a body; false if there is none. */
    boolean take(long count) {
        long now = taken.addAndGet(count);
        if (now <= bytes) {
            return true;
        }
        taken.addAndGet(-count);
        return false;
    }

    void give(long count) {
        taken.addAndGet(-count);
    }

    /** What is said where there is none. */
    static Unavailable none() {
        return new Unavailable(
                "Too many bodies are being read at once; there is no room for this one.", SOON);
    }

    long taken() {
        return taken.get();
    }
}
