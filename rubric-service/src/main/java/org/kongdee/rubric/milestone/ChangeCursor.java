package org.kongdee.rubric.milestone;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/**
 * How far a reader has followed the changes. Opaque outside: it names a transaction and a place in
 * it.
 *
 * @param transaction unsigned
 */
public record ChangeCursor(long transaction, long sequence) {

    public static final ChangeCursor START = new ChangeCursor(0, 0);

    /**
     * Reads a parameter; {@code start}, like none, is the beginning.
     *
     * @param name of the parameter
     */
    public static ChangeCursor parse(String name, @Nullable String text) {
        if (text == null || text.equals("start")) {
            return START;
        }
        try {
            String plain =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int dot = plain.indexOf('.');
            return new ChangeCursor(
                    Long.parseUnsignedLong(plain.substring(0, dot)),
                    Long.parseLong(plain.substring(dot + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Malformed.parameter(
                    name,
                    Message.of(
                            "%s is a cursor that an earlier answer gave, or start for the beginning.",
                            name));
        }
    }

    public String text() {
        String plain = Long.toUnsignedString(transaction) + "." + sequence;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
