package org.kongdee.rubric.plan;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.text.LocalizedText;

/**
 * What a copy brought.
 *
 * @param criteria for how many something is planned now
 * @param milestones how many milestones stand in the plan now
 * @param holes what could not be copied
 */
public record CopiedPlan(int criteria, int milestones, List<PlanHole> holes) {

    public CopiedPlan {
        holes = List.copyOf(holes);
    }

    /**
     * Something of a plan that has no place in another.
     *
     * @param path JSON pointer into the plan that was copied
     * @param why what it lacks there
     */
    @Schema(name = "PlanHole")
    public record PlanHole(
            @Schema(examples = "/criteria/1.1.2/owners/0") String path, LocalizedText why) {}
}
