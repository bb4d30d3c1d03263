package org.kongdee.rubric.plan;

import java.util.List;
import org.kongdee.rubric.plan.CopiedPlan.PlanHole;
import org.kongdee.rubric.unit.Section;

/**
 * What became of an assessment that took over the sections of its unit.
 *
 * @param sections those that it has now, in order
 * @param joined codes of those that are new
 * @param gone codes of those that it has no longer
 * @param holes what of the plan went with them: owners, and milestones that nobody else owed
 */
public record SectionsTakenOver(
        List<Section> sections, List<String> joined, List<String> gone, List<PlanHole> holes) {

    public SectionsTakenOver {
        sections = List.copyOf(sections);
        joined = List.copyOf(joined);
        gone = List.copyOf(gone);
        holes = List.copyOf(holes);
    }
}
