package org.kongdee.rubric.milestone;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.paging.OpaqueText;

/**
 * How far a reader has followed the changes. Opaque outside: it names a transaction and a place in
 * it.
 *
 * @param transaction unsigned
 */
public record ChangeCursor(long transaction, long sequence) {

    public static final ChangeCursor START = new ChangeCursor(0, 0);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,20})\\.([0-9]{1,18})");

    /**
     * Reads a parameter; {@code start}, like none, is the beginning.
     *
     * @param name of the parameter
     */
    public static ChangeCursor parse(String name, @Nullable String text) {
        return OpaqueText.read(
                name,
                text,
                START,
                TEXT,
                parts ->
                        new ChangeCursor(
                                Long.parseUnsignedLong(parts.group(1)),
                                Long.parseLong(parts.group(2))));
    }

    public String text() {
        return OpaqueText.of(Long.toUnsignedString(transaction) + "." + sequence);
    }
}
