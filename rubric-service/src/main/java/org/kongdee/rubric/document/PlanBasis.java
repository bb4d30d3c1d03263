package org.kongdee.rubric.document;

import java.util.Set;
import org.kongdee.rubric.facts.Period;

/**
 * What a plan is held against.
 *
 * @param sections those of the unit; may be none
 * @param period of the cycle
 */
public record PlanBasis(Rubric rubric, Set<String> sections, Period period) {

    public PlanBasis {
        sections = Set.copyOf(sections);
    }
}
