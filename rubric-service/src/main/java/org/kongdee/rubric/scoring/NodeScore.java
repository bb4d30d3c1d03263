package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Node;

/**
 * What a node has, exactly; the methods give what is shown of it.
 *
 * @param applicable false if nothing in it applies; then it has neither points nor a maximum
 * @param exactMax the maximum of what applies
 * @param mark of a criterion, how it was scored; null for a group
 * @param contribution of a child of a weighted node, its share in that node; null for any other
 */
public record NodeScore(
        Node node,
        boolean applicable,
        BigFraction exactPoints,
        BigFraction exactMax,
        List<NodeScore> nodes,
        @Nullable Mark mark,
        @Nullable Contribution contribution) {

    private static final BigFraction HUNDRED = BigFraction.of(100);

    /** What a child brings to a weighted node: 38.70 of 40, say. */
    public record Contribution(BigFraction exactPoints, BigFraction exactMax) {

        public BigDecimal points() {
            return Exact.rounded(exactPoints);
        }

        public BigDecimal max() {
            return Exact.rounded(exactMax);
        }
    }

    public NodeScore {
        nodes = List.copyOf(nodes);
    }

    public BigDecimal points() {
        return Exact.rounded(exactPoints);
    }

    public BigDecimal max() {
        return Exact.rounded(exactMax);
    }

    /** The points in full, as {@link Exact#text} writes them. */
    public String exact() {
        return Exact.text(exactPoints);
    }

    /**
     * Points per hundred of the maximum, exactly; null if nothing applies. Rankings order by it.
     */
    public @Nullable BigFraction exactPercent() {
        return applicable ? exactPoints.multiply(HUNDRED).divide(exactMax) : null;
    }

    public @Nullable BigDecimal percent() {
        BigFraction exact = exactPercent();
        return exact == null ? null : Exact.rounded(exact);
    }

    /** The parts of a composite, where their points are known. */
    public List<PartPoints> parts() {
        return mark instanceof Mark.Points points ? points.parts() : List.of();
    }

    NodeScore contributing(Contribution share) {
        return new NodeScore(node, applicable, exactPoints, exactMax, nodes, mark, share);
    }
}
