package org.kongdee.notification.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The links in mails. */
@ConfigMapping(prefix = "kongdee.links")
public interface LinkConfig {

    /** Where readers of mails reach this service, without a trailing slash. */
    @WithDefault("http://localhost:8083")
    URI baseUrl();

    /**
     * The key that signs links: at least 32 bytes in Base64, the same for all replicas. Without it
     * a key is made at start, and links die with the process.
     */
    Optional<String> secret();

    /** How long a link can be used. */
    @WithDefault("P60D")
    Duration validity();
}
