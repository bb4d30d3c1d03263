package org.kongdee.evidence.filing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.kongdee.web.text.Utf8;

/**
 * The text of a header, of which nobody says how it is encoded: UTF-8, or else Windows-874, which
 * older systems in Thailand write and which has all of TIS-620. A few short words are valid as
 * both: in Windows-874 "plan" and "form" are three bytes that in UTF-8 are one letter of a script
 * that no office in Thailand writes. These are read as Thai.
 */
final class HeaderText {

    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");

    /** The first of its letters; whatever is below is none of Thai's. */
    private static final int KO_KAI = 0xA1;

    /**
     * Between Arabic and Thai, unassigned in Thai, and from Mongolian to polytonic Greek; beside a
     * Latin letter it is one of Vietnamese.
     */
    private static final Pattern UNLIKELY =
            Pattern.compile(
                    "(?<![a-zA-Z])[\\u0800-\\u0DFF\\u0E5C-\\u0E7F\\u0F00-\\u0FFF\\u1800-\\u1FFF\\u2800-\\u2DFF](?![a-zA-Z])");

    private HeaderText() {}

    /**
     * @throws CharacterCodingException if the bytes are neither
     */
    static String decode(byte[] bytes) throws CharacterCodingException {
        try {
            String text = Utf8.decode(bytes);
            return UNLIKELY.matcher(text).find() && mayBeThai(bytes) ? thai(bytes) : text;
        } catch (CharacterCodingException noUtf8) {
            return thai(bytes);
        }
    }

    private static boolean mayBeThai(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0 && (each & 0xFF) < KO_KAI) {
                return false;
            }
        }
        return true;
    }

    private static String thai(byte[] bytes) throws CharacterCodingException {
        return WINDOWS_874.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
