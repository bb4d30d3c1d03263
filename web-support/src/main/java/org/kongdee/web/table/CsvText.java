package org.kongdee.web.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/**
 * The text of a file as spreadsheets export it: its byte order mark says what it is in, else its
 * sender. Nothing is guessed, since Thai in the wrong charset is a text too.
 */
final class CsvText {

    /** What is not text in the charset that it is read in. */
    static final char UNREADABLE = '\uFFFD';

    private static final Charset THAI = Charset.forName("windows-874");

    /** By the names that exports go by in Thailand. */
    private static final Map<String, Charset> CHARSETS =
            Map.of(
                    "utf-8",
                    StandardCharsets.UTF_8,
                    "windows-874",
                    THAI,
                    "cp874",
                    THAI,
                    "tis-620",
                    Charset.forName("TIS-620"));

    private static final byte[] WORKBOOK = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = bytes(0xD0, 0xCF, 0x11, 0xE0);

    private CsvText() {}

    /**
     * @param charset as Content-Type names it; null if it names none
     * @throws Malformed if it is a workbook, or in a charset that is not taken
     */
    static String of(byte[] file, @Nullable String charset) {
        if (begins(file, WORKBOOK) || begins(file, OLD_WORKBOOK)) {
            throw Malformed.body(
                    Message.of(
                            "This is a workbook, not CSV; send an .xlsx file as %s, or export it: in Excel by Save As, CSV UTF-8 (comma delimited).",
                            TableFormat.XLSX.mediaType()));
        }
        if (begins(file, bytes(0xEF, 0xBB, 0xBF))) {
            return text(file, 3, StandardCharsets.UTF_8);
        }
        if (begins(file, bytes(0xFF, 0xFE))) {
            return text(file, 2, StandardCharsets.UTF_16LE);
        }
        if (begins(file, bytes(0xFE, 0xFF))) {
            return text(file, 2, StandardCharsets.UTF_16BE);
        }
        Charset named =
                charset == null
                        ? StandardCharsets.UTF_8
                        : CHARSETS.get(charset.toLowerCase(Locale.ROOT));
        if (named == null) {
            throw Malformed.parameter(
                    "Content-Type",
                    Message.of(
                            "The charset of CSV is UTF-8, windows-874 or TIS-620, or UTF-16 with a byte order mark."));
        }
        return text(file, 0, named);
    }

    private static String text(byte[] file, int from, Charset charset) {
        String text = new String(file, from, file.length - from, charset);
        if (text.indexOf('\0') >= 0) {
            throw Malformed.body(
                    Message.of(
                            "The text has U+0000 in it, as UTF-16 without a byte order mark has; export it as CSV UTF-8."));
        }
        return text;
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length >= with.length
                && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
