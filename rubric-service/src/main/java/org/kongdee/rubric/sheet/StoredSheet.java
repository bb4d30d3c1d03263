package org.kongdee.rubric.sheet;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.evidence.UnitEvidence;

/**
 * What a sheet is made of beside its milestones, as it stood at one moment.
 *
 * @param etag of all of it, and of the milestones
 * @param leaves the marks of the self-assessment, in the rubric's order
 * @param today in the cycle's time zone; evidence of later days does not count yet
 * @param plan by the code of the criterion
 */
record StoredSheet(
        String etag,
        String rubric,
        String version,
        Enrolment unit,
        @Nullable String[] leaves,
        UnitEvidence evidence,
        LocalDate today,
        Map<String, PlanEntry> plan) {

    StoredSheet {
        plan = Map.copyOf(plan);
    }

    PlanEntry planned(String criterion) {
        return plan.getOrDefault(criterion, PlanEntry.NOTHING);
    }
}
