package org.kongdee.rubric.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.scoring.NodeScore;
import org.kongdee.rubric.scoring.Result;

/**
 * What is kept of a stage beside its leaves, so that rankings need no arithmetic.
 *
 * @param points null if nothing applies
 * @param percentKey orders rankings: the exact percent to 60 digits, which tells apart any two
 *     fractions with denominators below 10^28; -1 if nothing applies
 * @param topNodes displayed points of each child of the root; null for what does not apply
 */
public record Totals(
        @Nullable BigDecimal points,
        @Nullable BigDecimal percent,
        BigDecimal percentKey,
        @Nullable String rating,
        boolean complete,
        int scored,
        Map<String, @Nullable BigDecimal> topNodes) {

    private static final MathContext KEY_DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal NOTHING_APPLIES = BigDecimal.ONE.negate();

    public static Totals of(Result result) {
        NodeScore root = result.root();
        BigFraction percent = root.exactPercent();
        var topNodes = new LinkedHashMap<String, @Nullable BigDecimal>();
        root.nodes()
                .forEach(
                        node ->
                                topNodes.put(
                                        node.node().code(),
                                        node.applicable() ? node.points() : null));
        return new Totals(
                root.applicable() ? root.points() : null,
                root.percent(),
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
