package org.kongdee.rubric.assessment;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.claim.ClaimSchema;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.cycle.EvidenceState;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.etag.Tagged;

/**
 * A unit in a cycle.
 *
 * @param state what may be done with it: nothing yet, scoring, or reading only
 * @param group of those of the rubric; null if it has none
 * @param sections those the unit had when it was enrolled
 * @param evidence whether evidence-service knows that the unit takes part; null before the cycle
 *     opens, and where there is no evidence-service
 * @param stages the totals of each stage
 * @param etag for {@code If-Match}; the same as the header where it stands alone
 */
@Schema(name = "Assessment")
public record AssessmentView(
        @Schema(examples = "division-contest-2565") String cycle,
        @Schema(examples = "SLK") String unit,
        CycleView.Status state,
        @Schema(examples = "SMALL") @Nullable String group,
        List<Section> sections,
        Instant enrolledAt,
        @Nullable EvidenceState evidence,
        Map<Stage, StageSummary> stages,
        @Schema(examples = "\"7\"") String etag)
        implements Tagged {

    public AssessmentView {
        sections = List.copyOf(sections);
    }

    /** One that was made just now; nothing is scored yet. */
    static AssessmentView of(Assessment assessment, CycleView.Status state, Totals empty) {
        var stages = new EnumMap<Stage, StageSummary>(Stage.class);
        for (Stage stage : Stage.values()) {
            stages.put(stage, StageSummary.of(empty));
        }
        return new AssessmentView(
                assessment.id().cycle(),
                assessment.id().unit(),
                state,
                assessment.group(),
                assessment.sections(),
                assessment.enrolledAt(),
                assessment.evidence(),
                stages,
                assessment.etag());
    }

    /** The same with the claims that stand, by stage. */
    AssessmentView with(Map<Stage, String> claims) {
        var claimed = new EnumMap<Stage, StageSummary>(Stage.class);
        stages.forEach((stage, summary) -> claimed.put(stage, summary.with(claims.get(stage))));
        return new AssessmentView(
                cycle, unit, state, group, sections, enrolledAt, evidence, claimed, etag);
    }

    /**
     * The totals of a stage.
     *
     * @param points rounded half up to two decimals; null if nothing applies
     * @param claims those that stand, by the code of their criterion; null where there are none,
     *     and in lists
     */
    public record StageSummary(
            @Nullable BigDecimal points,
            @Nullable BigDecimal percent,
            @Nullable String rating,
            boolean complete,
            int scored,
            @Schema(
                            type = SchemaType.OBJECT,
                            implementation = Object.class,
                            additionalProperties = ClaimSchema.class)
                    @JsonRawValue
                    @Nullable String claims) {

        private static StageSummary of(Totals totals) {
            return new StageSummary(
                    totals.points(),
                    totals.percent(),
                    totals.rating(),
                    totals.complete(),
                    totals.scored(),
                    null);
        }

        private StageSummary with(@Nullable String standing) {
            return new StageSummary(points, percent, rating, complete, scored, standing);
        }
    }
}
