package org.kongdee.rubric.scoring;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.DocumentText;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.rule.Rule;

/**
 * A milestone of a unit as its plan, or the rubric, has it: one row that is met or settled by
 * itself.
 *
 * @param section the one that owes it, where each owes it by itself; null if it is owed jointly
 * @param owners who owes it: sections, or ALL alone; none if nobody is named
 * @param fixed whether the rubric fixes it for all units
 * @param when what the evidence must show; null if no rule says it
 */
public record Obligation(
        Criterion criterion,
        String code,
        @Nullable String section,
        @Nullable Integer round,
        LocalDate due,
        List<String> owners,
        List<String> persons,
        DocumentText title,
        boolean fixed,
        @Nullable Rule when) {

    public Obligation {
        owners = List.copyOf(owners);
        persons = List.copyOf(persons);
    }

    /** Whether every section of the unit owes it, together. */
    public boolean isOwedByAll() {
        return owners.equals(List.of(PlanEntry.EVERYONE));
    }
}
