package org.kongdee.rubric.claim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.web.text.Multiline;

/**
 * Claims as they stand in JSON, for the contract only. Each form has one member of its own and
 * takes no other; {@link ClaimJson} reads and writes them.
 */
@Schema(
        name = "Claim",
        description =
                "What somebody says a unit has reached in a criterion, in the form of the criterion's scheme; or that it does not apply.",
        oneOf = {
            ClaimSchema.RungClaim.class,
            ClaimSchema.PartsClaim.class,
            ClaimSchema.TiersClaim.class,
            ClaimSchema.ValueClaim.class,
            ClaimSchema.MetClaim.class,
            ClaimSchema.NotApplicableClaim.class
        },
        examples = "{\"rung\":2}")
public interface ClaimSchema {

    /**
     * Of a ladder.
     *
     * @param rung the rung reached, 0 being none
     */
    record RungClaim(@Schema(minimum = "0", examples = "2") int rung) {}

    /**
     * Of a composite.
     *
     * @param parts the rung reached in every part, by the part's code
     */
    record PartsClaim(
            @Schema(
                            type = SchemaType.OBJECT,
                            additionalProperties = ReachedRung.class,
                            maxProperties = Claim.Parts.MOST,
                            examples = "{\"a\":3,\"b\":1}")
                    Map<String, Integer> parts) {}

    /** A rung of a part. */
    @Schema(
            name = "ReachedRung",
            type = SchemaType.INTEGER,
            format = "int32",
            minimum = "0",
            description = "The rung reached, 0 being none.")
    interface ReachedRung {}

    /**
     * Of tiers.
     *
     * @param tiers those reached, of which the highest counts; none is a claim too
     */
    record TiersClaim(
            @Schema(
                            type = SchemaType.ARRAY,
                            implementation = ReachedTier.class,
                            maxItems = Claim.Tiers.MOST)
                    List<ReachedTier> tiers) {}

    /** A tier, with its variant or without. */
    @Schema(
            name = "ReachedTier",
            description = "A tier, with the variant where the tier has variants.",
            oneOf = {TierWithoutVariant.class, TierWithVariant.class})
    interface ReachedTier {}

    /**
     * A tier that has no variants.
     *
     * @param tier code of the tier
     */
    record TierWithoutVariant(String tier) {}

    /**
     * A tier that has variants.
     *
     * @param tier code of the tier
     * @param variant name of the variant
     */
    record TierWithVariant(String tier, String variant) {}

    /**
     * Of a numeric criterion.
     *
     * @param value at most 12 digits, 6 of them decimals, and in the criterion's range
     */
    record ValueClaim(
            @Schema(minimum = "0", maximum = "999999999999", examples = "93.55")
                    BigDecimal value) {}

    /**
     * Of a binary criterion.
     *
     * @param met whether it is met
     */
    record MetClaim(boolean met) {}

    /**
     * Of any criterion a unit can be exempt from.
     *
     * @param notApplicable why it does not apply
     */
    record NotApplicableClaim(
            @Multiline
                    @Schema(pattern = "\\S", maxLength = 2000, examples = "The unit has no counter")
                    String notApplicable) {}
}
