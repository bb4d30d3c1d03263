package org.kongdee.rubric.result;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of the league table.
 *
 * @param rank competition style: units with the same exact percent share a rank, and the next one
 *     is skipped
 * @param nodes the points of each child of the root, as they are shown; null for what does not
 *     apply
 */
public record RankingEntry(
        long rank,
        @Schema(examples = "SLK") String unit,
        @Nullable BigDecimal points,
        @Nullable BigDecimal percent,
        @Nullable String rating,
        boolean complete,
        @Schema(
                        type = SchemaType.OBJECT,
                        implementation = Object.class,
                        examples = "{\"1\":1.5,\"2\":6}")
                @JsonRawValue
                String nodes) {}
