package org.kongdee.rubric.result;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.web.text.LocalizedText;

/**
 * One line of the league table.
 *
 * @param rank competition style: units with the same exact percent share a rank, and the next one
 *     is skipped
 * @param points rounded half up to two decimals; null if nothing applies
 * @param nodes the points of each child of the root, by its code
 */
public record RankingEntry(
        long rank,
        @Schema(examples = "SLK") String unit,
        @Nullable BigDecimal points,
        @Nullable BigDecimal percent,
        @Nullable String rating,
        @Nullable LocalizedText ratingTitle,
        boolean complete,
        @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        additionalProperties = NodePoints.class,
                        examples = "{\"1\":1.5,\"2\":6}")
                @JsonRawValue
                String nodes) {

    /** The same, with what the rubric calls the rating. */
    RankingEntry calledBy(Rubric rubric) {
        return new RankingEntry(
                rank, unit, points, percent, rating, rubric.ratingTitle(rating), complete, nodes);
    }

    /** Points of a child of the root, for the contract only. */
    @Schema(
            name = "NodePoints",
            type = SchemaType.NUMBER,
            nullable = true,
            description = "Rounded half up to two decimals; null if nothing in it applies.")
    interface NodePoints {}
}
