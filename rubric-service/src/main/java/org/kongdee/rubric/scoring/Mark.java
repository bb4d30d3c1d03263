package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.List;

/** How a criterion enters a result: with points, as not applicable, or not at all yet. */
public sealed interface Mark {

    Mark UNSCORED = new Unscored();
    Mark NOT_APPLICABLE = new NotApplicable();

    static Mark points(BigDecimal points) {
        return new Points(points, List.of());
    }

    /**
     * Points between 0 and the criterion's maximum; of a composite with those of its parts, where
     * they are known.
     */
    record Points(BigDecimal points, List<PartPoints> parts) implements Mark {

        public Points {
            parts = List.copyOf(parts);
        }
    }

    /** Confirmed as not applicable: it leaves the sums with its maximum. */
    record NotApplicable() implements Mark {}

    /** Not scored: it counts 0 and leaves the result incomplete. */
    record Unscored() implements Mark {}
}
