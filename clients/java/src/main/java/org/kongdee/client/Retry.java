package org.kongdee.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often to try, and how long to wait between: twice as long each time, or as long as the
 * service says, never longer than {@code longest}; a service that asks for more is not asked again.
 */
public record Retry(int tries, Duration first, Duration longest) {

    /** Five tries in about half a minute, or as the service says within two minutes each. */
    public static final Retry DEFAULT = new Retry(5, Duration.ofSeconds(1), Duration.ofMinutes(2));

    /** Everything is tried once. */
    public static final Retry NEVER = new Retry(1, Duration.ZERO, Duration.ZERO);

    public Retry {
        if (tries < 1) {
            throw new IllegalArgumentException("tries is " + tries + "; it must be 1 or more");
        }
        if (first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "first is " + first + " and longest " + longest + "; 0 ≤ first ≤ longest");
        }
    }

    /** What to wait after this try, counted from 1, with up to half of it left to chance. */
    Duration afterTry(int number) {
        long nanos =
                Math.min(
                        longest.toNanos(),
                        first.multipliedBy(1L << Math.min(number - 1, 20)).toNanos());
        return Duration.ofNanos(
                nanos == 0 ? 0 : ThreadLocalRandom.current().nextLong(nanos / 2, nanos + 1));
    }
}
