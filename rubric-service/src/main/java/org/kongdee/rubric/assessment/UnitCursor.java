package org.kongdee.rubric.assessment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/**
 * How far a reader has followed which units were touched. Opaque outside: it names a transaction
 * and the last unit that was told of among those it touched.
 *
 * @param transaction unsigned
 */
public record UnitCursor(long transaction, String cycle, String unit) {

    public static final UnitCursor START = new UnitCursor(0, "", "");

    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,20})\\.([a-z0-9-]{0,32})\\.([A-Z0-9-]{0,32})");

    /** Of what this transaction and those after it touched, nothing was told yet. */
    public static UnitCursor before(long transaction) {
        return new UnitCursor(transaction, "", "");
    }

    /**
     * Reads a parameter; {@code start}, like none, is the beginning.
     *
     * @param name of the parameter
     */
    public static UnitCursor parse(String name, @Nullable String text) {
        if (text == null || text.equals("start")) {
            return START;
        }
        try {
            Matcher parts =
                    TEXT.matcher(
                            new String(
                                    Base64.getUrlDecoder().decode(text),
                                    StandardCharsets.US_ASCII));
            if (parts.matches()) {
                return new UnitCursor(
                        Long.parseUnsignedLong(parts.group(1)), parts.group(2), parts.group(3));
            }
        } catch (IllegalArgumentException e) {
            // the same answer as a text of another form
        }
        throw Malformed.parameter(
                name,
                Message.of(
                        "%s is a cursor that an earlier answer gave, or start for the beginning.",
                        name));
    }

    public String text() {
        if (equals(START)) {
            return "start";
        }
        String plain = Long.toUnsignedString(transaction) + "." + cycle + "." + unit;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
