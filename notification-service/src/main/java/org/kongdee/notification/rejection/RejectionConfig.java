package org.kongdee.notification.rejection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How rejections of evidence are told. */
@ConfigMapping(prefix = "kongdee.rejections")
interface RejectionConfig {

    /** How often it is looked for some that are to be told; {@code off} for never. */
    @WithDefault("30s")
    String every();

    /** How long those of one person are gathered, so that a review of ten items is one mail. */
    @WithDefault("PT10M")
    Duration gather();
}
