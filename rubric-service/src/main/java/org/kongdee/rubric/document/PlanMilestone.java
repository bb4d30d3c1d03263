package org.kongdee.rubric.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a unit means to have done by a day.
 *
 * @param code unique in the criterion, and part of the milestone's id for ever
 * @param due an ISO date, or a month-day such as --01-15, which returns every year
 * @param title its own; null if it bears that of its criterion
 * @param round which time it is, counted from 1, of something to be done several times; else null
 * @param each SECTION if every owner owes it by itself; null if they owe it together
 * @param owners its own; empty if they are those of its criterion
 * @param when what the evidence must show, a rule as in rubrics, over the evidence of the unit, or
 *     of the one section where each owes it; null if nothing is said
 */
public record PlanMilestone(
        String code,
        String due,
        @Nullable DocumentText title,
        @Nullable Integer round,
        @Nullable Each each,
        List<String> owners,
        @Nullable String when) {

    /** By whom each a milestone is owed. */
    public enum Each {
        SECTION
    }

    public PlanMilestone {
        owners = List.copyOf(owners);
    }

    public DueDay day() {
        return DueDay.parse(due);
    }
}
