package org.kongdee.web.clock;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** Business time. */
@ConfigMapping(prefix = "kongdee.clock")
public interface ClockConfig {

    /**
     * Moves business time, for rehearsals: an ISO duration such as {@code -P1797D}. Tokens, leases
     * and back-off keep to real time. Refused by the production profile.
     */
    Optional<Duration> shift();
}
