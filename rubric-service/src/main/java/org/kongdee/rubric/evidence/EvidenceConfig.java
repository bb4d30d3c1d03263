package org.kongdee.rubric.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The neighbour that keeps the evidence. */
@ConfigMapping(prefix = "kongdee.evidence")
public interface EvidenceConfig {

    /**
     * Where it is. Without it scores are claims only: nothing is registered and nothing followed.
     */
    Optional<String> url();

    /** How often its change feed is read. */
    @WithDefault("2s")
    String followEvery();

    /** How often it is looked whether a day has begun on which more evidence counts. */
    @WithDefault("10s")
    String countEvery();

    /** How often it is told of units and closings that it has not heard of yet. */
    @WithDefault("2s")
    String tellEvery();

    /** For how long one replica alone follows it, unless it renews that. */
    @WithDefault("30s")
    Duration lease();

    default boolean isOn() {
        return url().isPresent();
    }
}
