package org.kongdee.web.clock;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/**
 * Makes the {@link Clock} that features inject: what day it is for the business. A rehearsal moves
 * it with {@code kongdee.clock.shift}; the production profile refuses that at start.
 */
@Startup
@Singleton
public class BusinessTime {

    private static final Logger LOG = Logger.getLogger(BusinessTime.class);

    /** What the database keeps of a time: what is answered now is what is read later. */
    private static final Duration STORED = Duration.of(1, ChronoUnit.MICROS);

    private final Clock clock;

    BusinessTime(ClockConfig config) {
        Duration shift = config.shift().orElse(Duration.ZERO);
        if (!shift.isZero() && ConfigUtils.isProfileActive(LaunchMode.NORMAL.getDefaultProfile())) {
            throw new IllegalStateException(
                    "kongdee.clock.shift is for rehearsals; the production profile refuses it."
                            + " Remove it, or start with QUARKUS_PROFILE=local.");
        }
        clock = shift.isZero() ? systemClock() : Clock.offset(systemClock(), shift);
        if (!shift.isZero()) {
            LOG.warnf("business time is shifted by %s: it is now %s", shift, clock.instant());
        }
    }

    @Produces
    @Singleton
    Clock clock() {
        return clock;
    }

    @Produces
    @Singleton
    @SystemTime
    Clock systemClock() {
        return Clock.tick(Clock.systemUTC(), STORED);
    }
}
