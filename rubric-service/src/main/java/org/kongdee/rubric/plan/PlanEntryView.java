package org.kongdee.rubric.plan;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.DocumentText;
import org.kongdee.rubric.document.PlanMilestone;
import org.kongdee.rubric.document.Warning;

/**
 * What a unit means to do about one criterion.
 *
 * @param criterion code of the criterion
 * @param owners sections of the unit that answer for it, or ALL alone for every section
 * @param persons keys of recipients of notification-service who answer beside a section
 * @param text how the unit means to do it; null if it says nothing
 * @param result what came of it; null if nothing is said
 * @param milestones what is to be done by when
 * @param warnings what is legal but odd about it
 */
@Schema(name = "PlannedCriterion")
public record PlanEntryView(
        @Schema(examples = "1.1.2") String criterion,
        List<String> owners,
        List<String> persons,
        @Nullable DocumentText text,
        @Nullable DocumentText result,
        List<PlanMilestone> milestones,
        List<Warning> warnings,
        Instant changedAt,
        String by,
        @Nullable String byName) {

    static PlanEntryView of(PlannedCriterion planned, List<Warning> warnings) {
        return new PlanEntryView(
                planned.id().criterion(),
                planned.entry().owners(),
                planned.entry().persons(),
                planned.entry().text(),
                planned.entry().result(),
                planned.entry().milestones(),
                warnings,
                planned.changedAt(),
                planned.changedBy(),
                planned.changedByName());
    }
}
