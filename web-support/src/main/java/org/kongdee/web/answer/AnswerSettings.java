package org.kongdee.web.answer;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What is borne of those who read long answers. */
@ConfigMapping(prefix = "kongdee.answer")
public interface AnswerSettings {

    /** The disk space for what the readers of all answers together have not taken yet. */
    @WithDefault("2G")
    MemorySize spool();

    /** Where that is; the system's folder for temporary files. */
    Optional<Path> spoolFolder();

    /** The bytes a second that a reader takes, over {@link #rateWindow()}; 0 for any. */
    @WithDefault("16K")
    MemorySize minRate();

    /** The time over which that is looked at, again and again. */
    @WithDefault("PT30S")
    Duration rateWindow();
}
