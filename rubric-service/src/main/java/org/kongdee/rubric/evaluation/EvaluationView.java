package org.kongdee.rubric.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.readiness.CriterionReadiness;
import org.kongdee.rubric.result.NodeView;
import org.kongdee.rubric.result.WithheldRating;
import org.kongdee.rubric.scoring.Evaluation;
import org.kongdee.rubric.scoring.Evaluation.Evaluated;
import org.kongdee.rubric.scoring.NodeScore;
import org.kongdee.rubric.scoring.Result;
import org.kongdee.web.text.LocalizedText;

/**
 * A result that is stored nowhere, with what the evidence supports for every criterion.
 *
 * @param asOf the day up to which evidence was taken; null for all
 * @param points rounded half up to two decimals; null if nothing applies
 * @param max what applies is worth at most; null if nothing applies
 * @param exact the points in full: a decimal, or a fraction such as {@code 450/7}; null if nothing
 *     applies
 * @param withheld ratings that the percent reaches and that are not given, since points that they
 *     ask for are not there
 * @param passed whether the displayed percent reaches the pass mark; null if there is none, or
 *     nothing applies
 * @param criteria in the order of the rubric
 * @param nodes the children of the root, in the order of the rubric
 * @param ignored the items that were left out, by their place in the request, and why
 */
@Schema(name = "EvaluationResult")
public record EvaluationView(
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
        List<CriterionReadiness> criteria,
        List<NodeView> nodes,
        List<Ignored> ignored) {

    /**
     * An item that does not count.
     *
     * @param pointer JSON pointer into the request, such as {@code /evidence/3}
     * @param reason why it does not count
     */
    @Schema(name = "IgnoredItem")
    public record Ignored(String pointer, LocalizedText reason) {}

    static EvaluationView of(Evaluation.Request request, Evaluated evaluated) {
        Result result = evaluated.result();
        NodeScore root = result.root();
        boolean applicable = root.applicable();
        return new EvaluationView(
                request.asOf(),
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
                evaluated.criteria().stream()
                        .map(
                                report ->
                                        CriterionReadiness.of(
                                                report.criterion(),
                                                report.support(),
                                                null,
                                                report.claim(),
                                                null))
                        .toList(),
                root.nodes().stream().map(NodeView::of).toList(),
                evaluated.ignored().stream()
                        .map(item -> new Ignored("/evidence/" + item.index(), item.reason()))
                        .toList());
    }
}
