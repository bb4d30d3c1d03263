package org.kongdee.rubric.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Leaves;
import org.kongdee.rubric.cycle.CycleView.ClaimsWithoutEvidence;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.scoring.Ceiling;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.rubric.scoring.Claims;
import org.kongdee.rubric.scoring.Mark;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/**
 * How far the evidence of a unit backs claims.
 *
 * @param ceilings of each criterion, in the rubric's order; null where no evidence is followed
 */
public record Backing(ClaimsWithoutEvidence setting, @Nullable List<String> ceilings) {

    /** Whether a claim is above the evidence; null where no evidence is followed. */
    public @Nullable Boolean isExceededBy(Scorer scorer, Criterion criterion, Claim claim) {
        if (ceilings == null) {
            return null;
        }
        int index = scorer.indexOf(criterion.code()).orElseThrow();
        return Leaves.decode(criterion, ceilings.get(index)) instanceof Mark.Points ceiling
                && Ceiling.isExceeded(criterion, Claims.mark(criterion, claim, false), ceiling);
    }

    /** Refuses a claim above the evidence where the cycle says so. */
    public void check(Scorer scorer, Criterion criterion, Claim claim) {
        if (setting == ClaimsWithoutEvidence.REFUSE
                && Boolean.TRUE.equals(isExceededBy(scorer, criterion, claim))) {
            throw RuleBroken.at(
                    "claim-without-evidence",
                    "/claim",
                    Message.of(
                            "The accepted evidence does not back this claim of criterion %s, and the cycle refuses such claims; see readiness.",
                            criterion.code()));
        }
    }
}
