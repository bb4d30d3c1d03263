package org.kongdee.rubric.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.scoring.Result;
import org.kongdee.web.text.LocalizedText;

/**
 * What a unit has reached.
 *
 * @param asOf the day up to which scores were taken; null for all
 * @param points rounded half up to two decimals; null if nothing applies
 * @param max what applies is worth at most; null if nothing applies
 * @param exact the points in full: a decimal, or a fraction such as {@code 450/7}; null if nothing
 *     applies
 * @param withheld ratings that the percent reaches and that are not given, since points that they
 *     ask for are not there
 * @param passed whether the displayed percent reaches the pass mark; null if there is none, or
 *     nothing applies
 * @param criteria how many criteria the unit has
 * @param claimedWithoutEvidence the criteria whose claims are above what the accepted evidence
 *     backs; null where no evidence is followed, and for earlier days
 * @param nodes the children of the root, in the order of the rubric
 */
@Schema(name = "Result")
public record ResultView(
        String cycle,
        String unit,
        Stage stage,
        @Nullable LocalDate asOf,
        @Schema(examples = "18") @Nullable BigDecimal points,
        @Schema(examples = "120") @Nullable BigDecimal max,
        @Schema(examples = "15") @Nullable BigDecimal percent,
        @Schema(examples = "18") @Nullable String exact,
        @Nullable String rating,
        @Nullable LocalizedText ratingTitle,
        List<WithheldRating> withheld,
        @Nullable Boolean passed,
        boolean complete,
        @Schema(examples = "12") int scored,
        @Schema(examples = "51") int criteria,
        @Nullable List<String> claimedWithoutEvidence,
        List<NodeView> nodes) {

    /** Where a result belongs. */
    public record Place(String cycle, String unit, Stage stage) {}

    public static ResultView of(
            Place place,
            @Nullable LocalDate asOf,
            Result result,
            @Nullable List<String> claimedWithoutEvidence) {
        var root = result.root();
        boolean applicable = root.applicable();
        return new ResultView(
                place.cycle(),
                place.unit(),
                place.stage(),
                asOf,
                applicable ? root.points() : null,
                applicable ? root.max() : null,
                root.percent(),
                applicable ? root.exact() : null,
                result.rating(),
                result.rubric().ratingTitle(result.rating()),
                WithheldRating.of(result),
                result.passed(),
                result.complete(),
                result.scored(),
                result.criteria(),
                claimedWithoutEvidence,
                root.nodes().stream().map(NodeView::of).toList());
    }
}
