package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Between exact fractions and what is shown of them. Nothing is calculated with what is shown. */
public final class Exact {

    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private Exact() {}

    /** The fraction of a decimal. */
    public static BigFraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? BigFraction.of(decimal.toBigIntegerExact())
                : BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** As it is shown: two decimals, half up, without zeros at the end. */
    public static BigDecimal rounded(BigFraction fraction) {
        return plain(
                new BigDecimal(fraction.getNumerator())
                        .divide(
                                new BigDecimal(fraction.getDenominator()),
                                2,
                                RoundingMode.HALF_UP));
    }

    /** The same number without zeros at the end. */
    public static BigDecimal plain(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** In full: a plain decimal if it ends, else such as {@code 450/7}. */
    public static String text(BigFraction fraction) {
        if (!terminates(fraction.getDenominator())) {
            return fraction.getNumerator() + "/" + fraction.getDenominator();
        }
        return new BigDecimal(fraction.getNumerator())
                .divide(new BigDecimal(fraction.getDenominator()))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static boolean terminates(BigInteger denominator) {
        BigInteger rest = denominator;
        for (BigInteger prime : new BigInteger[] {TWO, FIVE}) {
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
            }
        }
        return rest.equals(BigInteger.ONE);
    }
}
