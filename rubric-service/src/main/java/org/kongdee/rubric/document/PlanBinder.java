package org.kongdee.rubric.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Tree.Mapping;
import org.kongdee.rubric.document.Tree.Scalar;

/** Makes parts of a {@link Plan} of a document in which no check found a fault. */
final class PlanBinder {

    private PlanBinder() {}

    static PlanEntry entry(Mapping entry) {
        return new PlanEntry(
                texts(entry, "owners"),
                texts(entry, "persons"),
                localized(entry, "text"),
                localized(entry, "result"),
                entry.items("milestones").stream().map(each -> milestone((Mapping) each)).toList());
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
                texts(milestone, "owners"),
                milestone.text("when"));
    }

    private static List<String> texts(Mapping owner, String list) {
        return owner.items(list).stream().map(item -> ((Scalar) item).text()).toList();
    }

    private static @Nullable DocumentText localized(Mapping owner, String field) {
        return owner.get(field) instanceof Mapping text
                ? new DocumentText(text.text("en"), text.text("th"))
                : null;
    }
}
