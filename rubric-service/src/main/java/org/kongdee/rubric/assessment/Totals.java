package org.kongdee.rubric.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.rubric.scoring.NodeScore;
import org.kongdee.rubric.scoring.Result;

/**
 * What is kept of a stage beside its leaves, so that rankings need no arithmetic.
 *
 * @param points null if nothing applies
 * @param max what applies is worth at most; null if nothing applies
 * @param exact the percent in full, as {@link Exact#text} writes it; null if nothing applies
 * @param percentKey orders rankings: the exact percent to 60 digits, which tells apart any two
 *     fractions with denominators below 10^28; -1 if nothing applies
 * @param topNodes each child of the root, by its code
 */
public record Totals(
        @Nullable BigDecimal points,
        @Nullable BigDecimal max,
        @Nullable BigDecimal percent,
        @Nullable String exact,
        BigDecimal percentKey,
        @Nullable String rating,
        boolean complete,
        int scored,
        Map<String, TopNode> topNodes) {

    /** What is shown of a child of the root; null for what does not apply. */
    public record TopNode(@Nullable BigDecimal points, @Nullable BigDecimal max) {

        static TopNode of(NodeScore node) {
            return node.applicable()
                    ? new TopNode(node.points(), node.max())
                    : new TopNode(null, null);
        }
    }

    private static final MathContext KEY_DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal NOTHING_APPLIES = BigDecimal.ONE.negate();

    public static Totals of(Result result) {
        NodeScore root = result.root();
        BigFraction percent = root.exactPercent();
        var topNodes = new LinkedHashMap<String, TopNode>();
        root.nodes().forEach(node -> topNodes.put(node.node().code(), TopNode.of(node)));
        TopNode whole = TopNode.of(root);
        return new Totals(
                whole.points(),
                whole.max(),
                root.percent(),
                percent == null ? null : Exact.text(percent),
                percent == null ? NOTHING_APPLIES : key(percent),
                result.rating(),
                result.complete(),
                result.scored(),
                topNodes);
    }

    private static BigDecimal key(BigFraction percent) {
        return new BigDecimal(percent.getNumerator())
                .divide(new BigDecimal(percent.getDenominator()), KEY_DIGITS)
                .stripTrailingZeros();
    }
}
