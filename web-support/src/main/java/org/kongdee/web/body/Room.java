package org.kongdee.web.body;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.kongdee.web.limit.SharedBytes;
import org.kongdee.web.problem.Unavailable;
import org.kongdee.web.text.Message;

/**
 * The memory that all bodies share that are held whole. What is read from one takes several times
 * its size.
 */
@Singleton
public class Room extends SharedBytes {

    private static final int TIMES_ITS_SIZE = 8;
    private static final int PART_OF_HEAP = 4;
    private static final Duration SOON = Duration.ofSeconds(2);

    @Inject
    Room(BodySettings settings) {
        this(
                settings.memory()
                        .map(MemorySize::asLongValue)
                        .orElse(Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    }

    Room(long memory) {
        super(memory / TIMES_ITS_SIZE);
    }

    /** What is said where there is none. */
    static Unavailable none() {
        return new Unavailable(
                Message.of(
                        "Too many bodies are being read at once; there is no room for this one."),
                SOON);
    }
}
