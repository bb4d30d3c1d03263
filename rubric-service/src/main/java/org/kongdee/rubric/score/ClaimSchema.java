package org.kongdee.rubric.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.scoring.Claim;

/** For the contract only: exactly one of the fields, as the criterion's scheme asks. */
@Schema(
        name = "Claim",
        description =
                "Exactly one of the fields, as the criterion's scheme asks: a ladder takes rung, a composite parts, and so on.",
        minProperties = 1,
        maxProperties = 1,
        examples = "{\"rung\":2}")
public record ClaimSchema(
        @Schema(description = "Ladder: the rung reached, 0 being none") @Nullable Integer rung,
        @Schema(description = "Composite: the rung reached in every part")
                @Nullable Map<String, Integer> parts,
        @Schema(description = "Tiers: those reached; the highest counts")
                @Nullable List<Claim.Tiers.Choice> tiers,
        @Schema(description = "Numeric: the value") @Nullable BigDecimal value,
        @Schema(description = "Binary: yes or no") @Nullable Boolean met,
        @Schema(description = "Any criterion that may not apply: the reason")
                @Nullable String notApplicable) {}
