package org.kongdee.rubric.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.cycle.Cycle;
import org.kongdee.rubric.cycle.EvidenceState;
import org.kongdee.rubric.unit.Section;

/**
 * A unit in a cycle.
 *
 * @param state what may be done with it: nothing yet, scoring, or reading only
 * @param sections those the unit had when it was enrolled
 * @param evidence whether evidence-service knows that the unit takes part; absent before the cycle
 *     opens, and where there is no evidence-service
 * @param stages the totals of each stage
 */
public record Assessment(
        @Schema(examples = "division-contest-2565") String cycle,
        @Schema(examples = "SLK") String unit,
        Cycle.Status state,
        List<Section> sections,
        Instant enrolledAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EvidenceState evidence,
        Map<Stage, StageSummary> stages) {

    public Assessment {
        sections = List.copyOf(sections);
    }

    /**
     * The totals of a stage.
     *
     * @param claims by criterion, as they stand; only where one assessment is read, and only if
     *     there are any
     */
    public record StageSummary(
            @Nullable BigDecimal points,
            @Nullable BigDecimal percent,
            @Nullable String rating,
            boolean complete,
            int scored,
            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
                    @JsonInclude(JsonInclude.Include.NON_NULL)
                    @JsonRawValue
                    @Nullable String claims) {}
}
