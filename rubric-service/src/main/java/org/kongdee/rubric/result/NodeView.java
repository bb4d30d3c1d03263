package org.kongdee.rubric.result;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.rubric.scoring.Mark;
import org.kongdee.rubric.scoring.NodeScore;
import org.kongdee.web.text.LocalizedText;

/**
 * A node of a result. A criterion is a leaf; the parts of a composite stand under {@code parts}.
 *
 * @param code of the node, as in the rubric
 * @param label the number that people know it by; null if that is its code
 * @param asked whether the unit's group has it; what it does not have does not apply
 * @param applicable whether anything in it applies
 * @param deducts of a criterion, whether its points are taken from the sum that it stands in
 * @param unmet what its gate asks for and is not there, so that it counts 0; empty if nothing is
 * @param points shown with two decimals at most, half up; null if nothing in it applies
 * @param max what applies is worth at most; null if nothing in it applies
 * @param exact the points in full: a decimal, or a fraction such as {@code 450/7}; null if nothing
 *     in it applies
 * @param contribution of a child of a weighted node, its share of that node; null for any other
 * @param scored of a criterion, whether it is scored; null for any other
 * @param parts of a composite criterion that is scored, its parts; empty for any other
 * @param nodes its children, in the order of the rubric; empty for a criterion
 */
@Schema(name = "ResultNode")
public record NodeView(
        @Schema(examples = "1") String code,
        LocalizedText title,
        @Nullable String label,
        boolean asked,
        boolean applicable,
        boolean deducts,
        List<UnmetView> unmet,
        @Nullable BigDecimal points,
        @Nullable BigDecimal max,
        @Nullable BigDecimal percent,
        @Nullable String exact,
        @Nullable Share contribution,
        @Nullable Boolean scored,
        List<PartView> parts,
        List<NodeView> nodes) {

    /**
     * What a child brings to a weighted node: 38.7 of 40, say.
     *
     * @param points of the weighted node's points, rounded half up to two decimals
     * @param max the most it could bring
     */
    public record Share(BigDecimal points, BigDecimal max) {}

    /**
     * A part of a composite criterion.
     *
     * @param code of the part, as in the rubric
     * @param points those of the rung reached
     */
    @Schema(name = "ResultPart")
    public record PartView(String code, LocalizedText title, BigDecimal points, BigDecimal max) {}

    private static @Nullable Boolean scored(NodeScore score) {
        return score.node() instanceof Criterion
                ? score.mark() != null && !(score.mark() instanceof Mark.Unscored)
                : null;
    }

    public static NodeView of(NodeScore score) {
        NodeScore.Contribution contribution = score.contribution();
        boolean applicable = score.applicable();
        return new NodeView(
                score.node().code(),
                score.node().title().filled(),
                score.node().label(),
                score.asked(),
                applicable,
                score.deducts(),
                UnmetView.of(score.unmet()),
                applicable ? score.points() : null,
                applicable ? score.max() : null,
                score.percent(),
                applicable ? score.exact() : null,
                contribution == null ? null : new Share(contribution.points(), contribution.max()),
                scored(score),
                score.parts().stream()
                        .map(
                                part ->
                                        new PartView(
                                                part.code(),
                                                part.title(),
                                                Exact.plain(part.points()),
                                                Exact.plain(part.max())))
                        .toList(),
                score.nodes().stream().map(NodeView::of).toList());
    }
}
