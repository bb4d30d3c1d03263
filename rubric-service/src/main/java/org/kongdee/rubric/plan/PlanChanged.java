package org.kongdee.rubric.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.document.Plan;
import org.kongdee.web.entity.Stamp;

/**
 * What a unit owes may have changed; part of the transaction that changed it.
 *
 * @param unit with the sections that it has now
 * @param plan as it is now
 * @param criteria those whose milestones may differ
 * @param joined sections that have just joined the unit: they owe nothing of days that are over
 * @param reason why; null if it needed none
 */
public record PlanChanged(
        CycleView cycle,
        Enrolment unit,
        Plan plan,
        Set<String> criteria,
        Set<String> joined,
        @Nullable String reason,
        Stamp stamp) {

    public PlanChanged {
        criteria = Set.copyOf(criteria);
        joined = Set.copyOf(joined);
    }
}
