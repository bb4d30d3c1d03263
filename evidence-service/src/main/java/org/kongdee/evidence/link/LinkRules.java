package org.kongdee.evidence.link;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Says what may be filed as a link, and how many of them; nothing is looked up for that. */
@Singleton
public class LinkRules {

    private final LinkConfig config;

    LinkRules(LinkConfig config) {
        this.config = config;
    }

    /** What is wrong with a link; empty if nothing is. */
    public Optional<String> fault(String link) {
        try {
            Link unused = Link.parse(link, config.ports());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    "'%s': %s."
                            .formatted(
                                    link.length() > 100 ? link.substring(0, 100) + "…" : link,
                                    e.getMessage()));
        }
    }

    /** How many links a caller may file in an hour. */
    public int mostAnHour() {
        return config.mostAnHour();
    }
}
