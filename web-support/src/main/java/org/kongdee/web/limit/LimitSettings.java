package org.kongdee.web.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one caller may ask, of each replica. */
@ConfigMapping(prefix = "kongdee.limits")
public interface LimitSettings {

    /** Requests a second of one subject. */
    @WithDefault("500")
    int requestsPerSecond();

    /** Requests of one subject at once, after a rest. */
    @WithDefault("2000")
    int requestsBurst();

    /** Tokens, links and calendar addresses a second that hold nothing, of one address. */
    @WithDefault("20")
    int failuresPerSecond();

    /** Such failures at once, after a rest. */
    @WithDefault("200")
    int failuresBurst();
}
