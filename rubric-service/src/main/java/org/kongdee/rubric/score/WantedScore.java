package org.kongdee.rubric.score;

import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.problem.RuleBroken;

/** One score of many that somebody wants written, in whatever format it came. */
interface WantedScore {

    String unit();

    String criterion();

    Stage stage();

    /**
     * What is claimed, where the criterion decides what that means.
     *
     * @throws RuleBroken if it is no claim for such a criterion
     */
    Claim claim(Criterion criterion);

    @Nullable String note();

    /** The ETag that it replaces, or {@code *}; null where it has no precondition. */
    @Nullable String ifMatch();
}
