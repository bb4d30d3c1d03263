package org.kongdee.notification.holiday;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Utf8;

/**
 * The text of an iCalendar file. It is UTF-8 (RFC 5545, 3.1.4); what older office programs write is
 * read where the file or its sender says so.
 */
public final class IcsText {

    /** Charsets that a sender may name. Any other name is passed over: the text has to be UTF-8. */
    private static final Set<String> NAMED =
            Set.of("tis-620", "windows-874", "iso-8859-11", "utf-16", "utf-16le", "utf-16be");

    /** A fold inside a character of several bytes, which RFC 5545 (3.1) lets writers do. */
    private static final Pattern TORN = Pattern.compile("(\r?\n[ \t])([\\x80-\\xBF]+)");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private IcsText() {}

    /**
     * @param charset as the sender names it; null if it does not
     * @throws CharacterCodingException if the bytes are no text of that charset
     */
    public static String decode(byte[] bytes, @Nullable String charset)
            throws CharacterCodingException {
        String text = decoded(bytes, charset == null ? "" : charset.toLowerCase(Locale.ROOT));
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes, String charset) throws CharacterCodingException {
        if (isUtf16(bytes)) {
            return decoded(bytes, StandardCharsets.UTF_16);
        }
        if (NAMED.contains(charset)) {
            return decoded(
                    bytes,
                    charset.startsWith("utf")
                            ? Charset.forName(charset)
                            : Charset.forName("windows-874"));
        }
        try {
            return Utf8.decode(bytes);
        } catch (CharacterCodingException e) {
            return Utf8.decode(mended(bytes));
        }
    }

    private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
    }

    /** The same with each fold after the character that it tore; lines keep their numbers. */
    private static byte[] mended(byte[] bytes) {
        String octets = new String(bytes, StandardCharsets.ISO_8859_1);
        return TORN.matcher(octets).replaceAll("$2$1").getBytes(StandardCharsets.ISO_8859_1);
    }
}
