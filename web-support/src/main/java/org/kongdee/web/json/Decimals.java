package org.kongdee.web.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/**
 * Reads decimal numbers; the token is checked before any arithmetic, so that {@code 1e-999999999}
 * costs nothing.
 */
public final class Decimals {

    private static final int MAX_DIGITS = 12;
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d{1,6})?");

    private Decimals() {}

    /**
     * @throws Malformed unless the token is plain, with at most 6 decimals and 12 digits in all
     */
    public static BigDecimal parse(String token) {
        if (token.length() > MAX_DIGITS + 2
                || !PLAIN.matcher(token).matches()
                || digits(token) > MAX_DIGITS) {
            throw Malformed.body(
                    Message.of(
                            "A number has at most 12 digits, 6 of them decimals, and no exponent."));
        }
        return new BigDecimal(token);
    }

    private static long digits(String token) {
        return token.chars().filter(Character::isDigit).count();
    }
}
