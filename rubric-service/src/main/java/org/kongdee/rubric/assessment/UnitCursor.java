package org.kongdee.rubric.assessment;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.paging.OpaqueText;

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
        return OpaqueText.read(
                name,
                text,
                START,
                TEXT,
                parts ->
                        new UnitCursor(
                                Long.parseUnsignedLong(parts.group(1)),
                                parts.group(2),
                                parts.group(3)));
    }

    public String text() {
        return equals(START)
                ? OpaqueText.START
                : OpaqueText.of(Long.toUnsignedString(transaction) + "." + cycle + "." + unit);
    }
}
