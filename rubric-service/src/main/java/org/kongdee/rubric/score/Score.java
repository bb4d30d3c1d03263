package org.kongdee.rubric.score;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.claim.ClaimSchema;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.etag.Tagged;

/**
 * The score of one criterion in one stage.
 *
 * @param points what the claim is worth
 * @param max what the criterion is worth at most
 * @param notApplicable whether a claim of "not applicable" has been confirmed; until then it counts
 *     0; null for any other claim
 * @param claimedWithoutEvidence whether the claim is above what the accepted evidence backs; null
 *     where no evidence is followed
 * @param by who scored: the {@code sub} of the token
 * @param at when, in business time
 * @param etag for {@code If-Match}; the same as the header where it stands alone
 */
public record Score(
        @Schema(examples = "1.1.2") String criterion,
        Stage stage,
        @Schema(implementation = ClaimSchema.class) Claim claim,
        @Schema(examples = "1.5") BigDecimal points,
        @Schema(examples = "2") BigDecimal max,
        @Nullable String note,
        @Nullable NotApplicableState notApplicable,
        @Nullable Boolean claimedWithoutEvidence,
        String by,
        @Nullable String byName,
        Instant at,
        @Schema(examples = "\"7\"") String etag)
        implements Tagged {

    /** A claim of "not applicable" needs the confirmation of an organiser or assessor. */
    public enum NotApplicableState {
        CLAIMED,
        CONFIRMED
    }
}
