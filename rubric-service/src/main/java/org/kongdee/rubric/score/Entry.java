package org.kongdee.rubric.score;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.score.Score.NotApplicableState;
import org.kongdee.rubric.scoring.Claim;

/** A score as it is stored; its revision makes its ETag. */
record Entry(
        Claim claim,
        @Nullable NotApplicableState notApplicable,
        @Nullable String note,
        long revision,
        String by,
        @Nullable String byName,
        Instant at) {

    boolean says(PutScore wanted) {
        return claim.equals(wanted.claim()) && Objects.equals(note, wanted.note());
    }
}
