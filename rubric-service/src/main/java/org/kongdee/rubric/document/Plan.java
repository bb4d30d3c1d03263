package org.kongdee.rubric.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one unit means to do about a rubric: for each criterion that it has planned for, who answers
 * for it, how, and by when.
 *
 * @param criteria by the code of their criterion, in the order of the rubric
 */
public record Plan(Map<String, PlanEntry> criteria) {

    public static final Plan EMPTY = new Plan(Map.of());

    public Plan {
        criteria = Collections.unmodifiableMap(new LinkedHashMap<>(criteria));
    }

    /** What is planned for a criterion; nothing if it isn't in the plan. */
    public PlanEntry of(String criterion) {
        return criteria.getOrDefault(criterion, PlanEntry.NOTHING);
    }

    public int milestones() {
        return criteria.values().stream().mapToInt(entry -> entry.milestones().size()).sum();
    }
}
