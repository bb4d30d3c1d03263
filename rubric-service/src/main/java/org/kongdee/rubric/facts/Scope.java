package org.kongdee.rubric.facts;

import java.util.Set;

/**
 * What a rule must know beside the facts: the cycle's period and the sections of the unit (none if
 * it has none).
 */
public record Scope(Period period, Set<String> sections) {

    public Scope {
        sections = Set.copyOf(sections);
    }
}
