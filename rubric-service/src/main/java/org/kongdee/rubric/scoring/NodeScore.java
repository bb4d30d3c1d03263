package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Group;
import org.kongdee.rubric.document.Node;

/**
 * What a node has, exactly; the methods give what is shown of it.
 *
 * @param applicable false if nothing in it applies; then it has neither points nor a maximum
 * @param exactMax the maximum of what applies
 * @param asked whether the unit's group has it; what it does not have does not apply
 * @param mark of a criterion, how it was scored; null for any other node, and for a criterion that
 *     the unit's group does not have
 * @param unmet what its gate asks for and is not there, so that it counts 0; empty if nothing is
 * @param contribution of a child of a weighted node, its share in that node; null for any other
 */
public record NodeScore(
        Node node,
        boolean asked,
        boolean applicable,
        BigFraction exactPoints,
        BigFraction exactMax,
        List<NodeScore> nodes,
        @Nullable Mark mark,
        List<Unmet> unmet,
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
        unmet = List.copyOf(unmet);
    }

    static NodeScore leaf(Criterion criterion, BigFraction points, BigFraction max, Mark mark) {
        return new NodeScore(criterion, true, true, points, max, List.of(), mark, List.of(), null);
    }

    static NodeScore branch(
            Group group, BigFraction points, BigFraction max, List<NodeScore> nodes) {
        return new NodeScore(group, true, true, points, max, nodes, null, List.of(), null);
    }

    static NodeScore notApplicable(Node node, List<NodeScore> nodes, @Nullable Mark mark) {
        return nothing(node, true, nodes, mark);
    }

    /** What the unit's group does not have. */
    static NodeScore notAsked(Node node, List<NodeScore> nodes) {
        return nothing(node, false, nodes, null);
    }

    private static NodeScore nothing(
            Node node, boolean asked, List<NodeScore> nodes, @Nullable Mark mark) {
        return new NodeScore(
                node,
                asked,
                false,
                BigFraction.ZERO,
                BigFraction.ZERO,
                nodes,
                mark,
                List.of(),
                null);
    }

    /** Whether its points are taken from the sum that it stands in. */
    public boolean deducts() {
        return node instanceof Criterion criterion && criterion.deducts();
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
        return new NodeScore(
                node, asked, applicable, exactPoints, exactMax, nodes, mark, unmet, share);
    }

    /** The same with a gate that is not met. */
    NodeScore withheld(List<Unmet> missing) {
        return new NodeScore(
                node,
                asked,
                applicable,
                BigFraction.ZERO,
                exactMax,
                nodes,
                mark,
                missing,
                contribution);
    }
}
