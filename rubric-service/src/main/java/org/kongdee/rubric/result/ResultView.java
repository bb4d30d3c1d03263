package org.kongdee.rubric.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.scoring.Result;

/**
 * What a unit has reached.
 *
 * @param asOf the day up to which scores (of an evaluation: evidence) were taken; null for all
 * @param percent points per hundred of what applies
 * @param rating the band of the displayed percent; null if the rubric has no bands
 * @param passed whether the displayed percent reaches the pass mark; absent if there is none
 * @param complete whether every criterion is scored
 * @param claimedWithoutEvidence the criteria whose claims are above what the accepted evidence
 *     backs; absent where no evidence is followed, and for earlier days
 */
public record ResultView(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String cycle,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Stage stage,
        @Nullable LocalDate asOf,
        @Schema(examples = "18") @Nullable BigDecimal points,
        @Schema(examples = "120") @Nullable BigDecimal max,
        @Schema(examples = "15") @Nullable BigDecimal percent,
        @Schema(examples = "18") @Nullable String exact,
        @Nullable String rating,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean passed,
        boolean complete,
        @Schema(examples = "12") int scored,
        @Schema(examples = "51") int criteria,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> claimedWithoutEvidence,
        List<NodeView> nodes) {

    /** Where a stored result belongs; an evaluation belongs nowhere. */
    public record Place(String cycle, String unit, Stage stage) {}

    public static ResultView of(
            @Nullable Place place,
            @Nullable LocalDate asOf,
            Result result,
            @Nullable List<String> claimedWithoutEvidence) {
        var root = result.root();
        boolean applicable = root.applicable();
        return new ResultView(
                place == null ? null : place.cycle(),
                place == null ? null : place.unit(),
                place == null ? null : place.stage(),
                asOf,
                applicable ? root.points() : null,
                applicable ? root.max() : null,
                root.percent(),
                applicable ? root.exact() : null,
                result.rating(),
                result.passed(),
                result.complete(),
                result.scored(),
                result.criteria(),
                claimedWithoutEvidence,
                root.nodes().stream().map(NodeView::of).toList());
    }
}
