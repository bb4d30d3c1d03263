package org.kongdee.rubric;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Business time in the tests: real time, unless a test moves it, which moves it back afterwards.
 */
@Alternative
@Priority(1)
@Singleton
public class MovedClock extends Clock {

    private static volatile Duration shift = Duration.ZERO;

    /** It is this time now, and goes on from there. */
    public static void to(String time) {
        shift = Duration.between(Clock.systemUTC().instant(), Instant.parse(time));
    }

    public static void back() {
        shift = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(shift).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), shift);
    }
}
