package org.kongdee.rubric.score;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.claim.ClaimSchema;
import org.kongdee.rubric.score.Score.NotApplicableState;
import org.kongdee.rubric.scoring.Claim;

/**
 * The score of one criterion of one unit, as it stands; or that it was deleted.
 *
 * @param claim null if the score was deleted
 * @param points what the claim is worth; null if the score was deleted
 * @param max what the criterion is worth at most
 * @param notApplicable whether a claim of "not applicable" has been confirmed; until then it counts
 *     0; null for any other claim
 * @param by who scored, or deleted the score: the {@code sub} of the token
 * @param at when, in business time
 * @param etag of the score, for {@code If-Match} or the {@code ifMatch} of a line; null if it was
 *     deleted
 * @param deleted whether it was deleted: the criterion is unscored again
 */
public record CycleScore(
        @Schema(examples = "SLK") String unit,
        @Schema(examples = "1.1.2") String criterion,
        Stage stage,
        @Schema(implementation = ClaimSchema.class) @Nullable Claim claim,
        @Schema(examples = "1.5") @Nullable BigDecimal points,
        @Schema(examples = "2") BigDecimal max,
        @Nullable String note,
        @Nullable NotApplicableState notApplicable,
        String by,
        @Nullable String byName,
        Instant at,
        @Schema(examples = "\"7\"") @Nullable String etag,
        boolean deleted) {}
