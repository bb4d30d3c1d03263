package org.kongdee.rubric.plan;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.document.Warning;

/**
 * What a unit means to do about a rubric: who answers for a criterion, how, and by when.
 *
 * @param criteria what is planned, by the code of the criterion, in the order of the rubric
 * @param milestones how many milestones stand in it; one that each section owes is one
 * @param warnings what is legal but odd; the first 100 of more
 * @param changedAt when it was last changed; null if nothing was ever planned
 * @param by who changed it last: the {@code sub} of the token; null if nobody ever did
 */
@Schema(name = "Plan")
public record PlanView(
        @Schema(examples = "division-contest-2565") String cycle,
        @Schema(examples = "SLK") String unit,
        Map<String, PlanEntry> criteria,
        int milestones,
        List<Warning> warnings,
        @Nullable Instant changedAt,
        @Nullable String by,
        @Nullable String byName) {

    public PlanView {
        warnings = List.copyOf(warnings);
    }
}
