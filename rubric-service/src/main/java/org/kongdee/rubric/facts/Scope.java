package org.kongdee.rubric.facts;

import java.util.Map;
import java.util.Set;
import org.kongdee.web.text.LocalizedText;

/**
 * What a rule must know beside the facts: the cycle's period and the sections of the unit (none if
 * it has none).
 *
 * @param titles what sections are called; one that is not here goes by its code
 */
public record Scope(Period period, Set<String> sections, Map<String, LocalizedText> titles) {

    public Scope {
        sections = Set.copyOf(sections);
        titles = Map.copyOf(titles);
    }

    public Scope(Period period, Set<String> sections) {
        this(period, sections, Map.of());
    }

    /** The same as one of the sections sees it: as if it were the whole unit. */
    public Scope of(String section) {
        return new Scope(period, Set.of(section), titles);
    }

    public LocalizedText title(String section) {
        return titles.getOrDefault(section, new LocalizedText(section, section));
    }
}
