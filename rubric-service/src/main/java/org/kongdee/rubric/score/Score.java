package org.kongdee.rubric.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.scoring.Claim;

/**
 * The score of one criterion in one stage.
 *
 * @param points what the claim is worth
 * @param max what the criterion is worth at most
 * @param notApplicable whether a claim of "not applicable" has been confirmed; until then it counts
 *     0
 * @param claimedWithoutEvidence whether the claim is above what the accepted evidence backs; absent
 *     where no evidence is followed
 * @param by who scored
 * @param at when, in business time
 */
public record Score(
        @Schema(examples = "1.1.2") String criterion,
        Stage stage,
        @Schema(implementation = ClaimSchema.class) Claim claim,
        @Schema(examples = "1.5") BigDecimal points,
        @Schema(examples = "2") BigDecimal max,
        @Nullable String note,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable NotApplicableState notApplicable,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean claimedWithoutEvidence,
        String by,
        Instant at) {

    /** A claim of "not applicable" needs the confirmation of an organiser or assessor. */
    public enum NotApplicableState {
        CLAIMED,
        CONFIRMED
    }
}
