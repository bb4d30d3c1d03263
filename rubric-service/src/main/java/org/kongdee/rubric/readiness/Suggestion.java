package org.kongdee.rubric.readiness;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.readiness.Accepted.What;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.rubric.scoring.Claims;
import org.kongdee.rubric.scoring.Support;

/** What taking a suggestion does to the claim that stands. */
record Suggestion(What what, @Nullable Claim claim) {

    /**
     * Fills and raises; lowers, and takes the place of "not applicable", only if {@code overwrite}.
     *
     * @param standing the self-claim; null if there is none
     */
    static Suggestion of(
            Criterion criterion, Support support, @Nullable Claim standing, boolean overwrite) {
        Claim supported = support.claim();
        if (supported == null || (support.points().signum() == 0 && !overwrite)) {
            return new Suggestion(standing == null ? What.NOTHING_SUPPORTED : What.KEPT, standing);
        }
        if (standing == null) {
            return support.points().signum() == 0
                    ? new Suggestion(What.NOTHING_SUPPORTED, null)
                    : new Suggestion(What.FILLED, supported);
        }
        if (standing.equals(supported)) {
            return new Suggestion(What.UNCHANGED, standing);
        }
        BigDecimal claimed = Claims.points(criterion, standing);
        if (support.points().compareTo(claimed) > 0 && !(standing instanceof Claim.NotApplicable)) {
            return new Suggestion(What.RAISED, supported);
        }
        if (!overwrite) {
            return new Suggestion(What.KEPT, standing);
        }
        return new Suggestion(
                support.points().compareTo(claimed) < 0 ? What.LOWERED : What.RAISED, supported);
    }
}
