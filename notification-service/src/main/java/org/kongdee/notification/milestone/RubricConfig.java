package org.kongdee.notification.milestone;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The neighbour that milestones come from. */
@ConfigMapping(prefix = "kongdee.rubric")
public interface RubricConfig {

    /** Where it is. Without it only deadlines entered here are reminded of. */
    Optional<String> url();

    /** How often milestones are fetched. */
    @WithDefault("60s")
    String syncEvery();

    /** How often it is told what was called done here. */
    @WithDefault("5s")
    String tellEvery();
}
