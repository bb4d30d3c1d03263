package org.kongdee.rubric.score;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.score.Score.NotApplicableState;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.rubric.scoring.Mark;

/** What happens to the score of one criterion. */
sealed interface Change {

    String criterion();

    /** The score before; null if there was none. */
    @Nullable Entry before();

    /** How the criterion enters the result afterwards; null for not at all. */
    @Nullable Mark mark();

    /** A claim takes the place of what was there. */
    record Scored(
            String criterion,
            @Nullable Entry before,
            Claim claim,
            @Nullable String note,
            @Nullable NotApplicableState notApplicable,
            BigDecimal points,
            Mark mark)
            implements Change {}

    /** "Not applicable" is confirmed: the criterion leaves the result with its maximum. */
    record Confirmed(String criterion, Entry before, Mark mark) implements Change {}

    /** The score is withdrawn; the criterion is unscored again. */
    record Deleted(String criterion, Entry before) implements Change {
        @Override
        public @Nullable Mark mark() {
            return null;
        }
    }
}
