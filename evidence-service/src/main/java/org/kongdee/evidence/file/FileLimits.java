package org.kongdee.evidence.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What files are taken. */
@ConfigMapping(prefix = "kongdee.evidence.files")
public interface FileLimits {

    /** The largest file. */
    @WithDefault("2G")
    MemorySize maxFile();

    /** The largest item: all its files together. */
    @WithDefault("4G")
    MemorySize maxItem();

    /** What one unit may keep in one collection. */
    @WithDefault("50G")
    MemorySize maxUnit();

    /** How many files an item may have. */
    @WithDefault("50")
    int maxCount();

    /**
     * The media types that are taken, as found in the bytes, and nothing else; without it, all of
     * {@link FileFormat}.
     */
    Optional<List<String>> types();
}
