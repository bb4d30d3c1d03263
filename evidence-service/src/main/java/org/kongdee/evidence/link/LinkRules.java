package org.kongdee.evidence.link;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.NotPossible;

/** Says what may be filed as a link, and how many of them; nothing is looked up for that. */
@Singleton
public class LinkRules {

    private final LinkConfig config;

    LinkRules(LinkConfig config) {
        this.config = config;
    }

    /** What is wrong with a link; empty if nothing is. */
    public Optional<Message> fault(String link) {
        try {
            Link unused = Link.parse(link, config.ports());
            return Optional.empty();
        } catch (NotPossible e) {
            return Optional.of(
                    Message.of(
                            "The link '%s' is not taken: %s.",
                            link.length() > 100 ? link.substring(0, 100) + "…" : link, e.told()));
        }
    }

    /** How many links a caller may file in an hour. */
    public int mostAnHour() {
        return config.mostAnHour();
    }
}
