package org.kongdee.web.idempotency;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is kept for a caller and day. */
@ConfigMapping(prefix = "kongdee.idempotency")
interface IdempotencyConfig {

    /** Keys. */
    @WithDefault("10000")
    int mostKeys();

    /** Answers, gzipped. */
    @WithDefault("64M")
    MemorySize mostBytes();
}
