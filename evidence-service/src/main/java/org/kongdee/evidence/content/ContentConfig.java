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
}
