package org.kongdee.rubric.score;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.claim.ClaimSchema;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.text.Multiline;

/**
 * A claim for one criterion.
 *
 * @param claim what was reached, in the form of the criterion's scheme
 * @param note for people, at most 2,000 characters; counts for nothing
 */
@Schema(examples = "{\"claim\":{\"rung\":2},\"note\":\"Memo 12/2565, LINE group\"}")
public record PutScore(
        @Schema(implementation = ClaimSchema.class) Claim claim,
        @Multiline @Nullable @Size(max = 2000) String note) {}
