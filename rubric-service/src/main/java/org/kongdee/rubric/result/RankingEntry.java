package org.kongdee.rubric.result;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Totals.TopNode;
import org.kongdee.web.text.LocalizedText;

/**
 * One line of the league table.
 *
 * @param rank competition style: units with the same exact percent share a rank, and the next one
 *     is skipped; null if nothing applies to the unit, which then stands last
 * @param title of the unit
 * @param group of the unit, one of the rubric's; null if it has none
 * @param points rounded half up to two decimals; null if nothing applies
 * @param max what applies is worth at most; null if nothing applies
 * @param exact the percent in full, by which the table is ordered: a decimal, or a fraction such as
 *     {@code 450/7}; null if nothing applies
 * @param backed the points if each criterion counted no more than the accepted evidence backs of
 *     it; null where no evidence is followed, or nothing applies
 * @param nodes the points of each child of the root, by its code
 */
public record RankingEntry(
        @Nullable Long rank,
        @Schema(examples = "SLK") String unit,
        LocalizedText title,
        @Schema(examples = "SMALL") @Nullable String group,
        @Schema(examples = "18") @Nullable BigDecimal points,
        @Schema(examples = "120") @Nullable BigDecimal max,
        @Schema(examples = "15") @Nullable BigDecimal percent,
        @Schema(examples = "15") @Nullable String exact,
        @Schema(examples = "16.5") @Nullable BigDecimal backed,
        @Nullable String rating,
        @Nullable LocalizedText ratingTitle,
        boolean complete,
        @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        additionalProperties = NodePoints.class,
                        examples =
                                "{\"1\":{\"points\":1.5,\"max\":26},\"2\":{\"points\":6,\"max\":8}}")
                @JsonRawValue
                String nodes) {

    /**
     * A child of the root: a dimension, an area.
     *
     * <p>For the contract only; {@link TopNode} is what is stored.
     *
     * @param points rounded half up to two decimals; null if nothing in it applies
     * @param max what applies in it is worth at most; null if nothing in it applies
     */
    @Schema(name = "NodePoints")
    record NodePoints(@Nullable BigDecimal points, @Nullable BigDecimal max) {}
}
