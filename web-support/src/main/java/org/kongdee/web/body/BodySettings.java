package org.kongdee.web.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What is borne of those who send bodies. */
@ConfigMapping(prefix = "kongdee.body")
public interface BodySettings {

    /** The time in which a body that is held whole arrives. */
    @WithDefault("PT30S")
    Duration heldWithin();

    /** The memory for bodies that are held whole, each counted eightfold; a quarter of the heap. */
    Optional<MemorySize> memory();

    /** The bytes a second that a stream arrives with, over {@link #rateWindow()}; 0 for any. */
    @WithDefault("16K")
    MemorySize minRate();

    /** The time spent waiting for a stream after which its rate is looked at, again and again. */
    @WithDefault("PT30S")
    Duration rateWindow();

    /** How many bodies may be under way at once. */
    @WithDefault("1000")
    int mostUnfinished();

    /** How many of them may be one caller's. */
    @WithDefault("100")
    int mostUnfinishedOfCaller();
}
