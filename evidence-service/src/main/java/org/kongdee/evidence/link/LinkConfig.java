package org.kongdee.evidence.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may be linked to, and how links are looked after. */
@ConfigMapping(prefix = "kongdee.evidence.links")
public interface LinkConfig {

    /**
     * Networks in CIDR notation that links may lead to although they are not public, such as an
     * office's own.
     */
    Optional<List<String>> allowedNetworks();

    /** The ports that links may lead to. */
    @WithDefault("80,443")
    Set<Integer> ports();

    /**
     * How many links a caller may file in an hour, in new items and new versions. Each counts for
     * an hour, whether it was looked at meanwhile or not: so a caller never has more links that
     * wait to be looked at for the first time, nor has more of them visited.
     */
    @WithDefault("200")
    int mostAnHour();

    /**
     * The time one step of a check may take to look a host up, and after that to connect and read;
     * each redirect anew. What is known of a host that is not visited is known when it is over.
     */
    @WithDefault("PT5S")
    Duration timeout();

    /** How often a link is looked at. */
    @WithDefault("PT24H")
    Duration every();

    /**
     * How often it is asked whether a link's turn has come; {@code off} leaves it to other
     * replicas.
     */
    @WithDefault("30s")
    String poll();
}
