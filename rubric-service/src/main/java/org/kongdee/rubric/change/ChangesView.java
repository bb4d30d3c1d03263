package org.kongdee.rubric.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was touched.
 *
 * @param changes units in the order in which they were first touched after the cursor
 * @param next where to go on from
 * @param more whether there is more already
 */
@Schema(
        name = "Changes",
        examples =
                """
                {"changes": [{"cycle": "division-contest-2565", "unit": "SLK", "in": ["MILESTONES", "STANDINGS"]}],
                 "next": "NzQ4LmRpdmlzaW9uLWNvbnRlc3QtMjU2NS5TTEs", "more": false}""")
public record ChangesView(List<TouchedUnit> changes, String next, boolean more) {

    /**
     * A unit of a cycle.
     *
     * @param in what was touched
     */
    @Schema(name = "TouchedUnit")
    public record TouchedUnit(
            @Schema(examples = "division-contest-2565") String cycle,
            @Schema(examples = "SLK") String unit,
            List<Subject> in) {}

    /** What can be touched of a unit. */
    public enum Subject {
        MILESTONES,
        STANDINGS,
        NOTICES
    }
}
