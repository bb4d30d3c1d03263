package org.kongdee.rubric.document;

import static org.kongdee.rubric.document.Binder.each;
import static org.kongdee.rubric.document.Binder.localized;

import java.math.BigDecimal;
import java.util.Objects;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.rubric.document.Tree.Scalar;

/** Makes parts of a {@link Plan} of a document in which no check found a fault. */
final class PlanBinder {

    private PlanBinder() {}

    static PlanEntry entry(Mapping entry) {
        return new PlanEntry(
                entry.texts("owners"),
                entry.texts("persons"),
                localized(entry, "text"),
                localized(entry, "result"),
                each(entry, "milestones", PlanBinder::milestone));
    }

    private static PlanMilestone milestone(Mapping milestone) {
        return new PlanMilestone(
                Objects.requireNonNull(milestone.text("code")),
                Objects.requireNonNull(milestone.text("due")),
                localized(milestone, "title"),
                milestone.get("round") instanceof Scalar round
                        ? new BigDecimal(round.text()).intValueExact()
                        : null,
                milestone.text("each") == null ? null : PlanMilestone.Each.SECTION,
                milestone.texts("owners"),
                milestone.text("when"));
    }
}
