package org.kongdee.evidence.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How stored bytes are looked after. */
@ConfigMapping(prefix = "kongdee.evidence.content")
public interface ContentConfig {

    /** How long an upload may take from its last byte to its item. */
    @WithDefault("PT15M")
    Duration hold();

    /** Every file is read and hashed again this often. */
    @WithDefault("P30D")
    Duration scrubEvery();

    /** How long the scrub may take over one file before another replica tries. */
    @WithDefault("PT1H")
    Duration scrubLease();

    /**
     * How often the scrub looks whether a file's turn has come; {@code off} leaves it to other
     * replicas.
     */
    @WithDefault("1m")
    String scrubPoll();

    /** How often leftovers of crashes are cleared. */
    @WithDefault("10m")
    String sweepEvery();

    /** How often the whole storage is listed, for files that the database does not know. */
    @WithDefault("24h")
    String straysEvery();

    /** How long after the start it is listed for the first time. */
    @WithDefault("1h")
    String straysDelay();

    /** How often the metrics are counted anew. */
    @WithDefault("1m")
    String metricsEvery();
}
