package org.kongdee.evidence.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells from all bytes of a file whether it is a text, and in which encoding, while they pass. A
 * text has no control characters but those that printers and terminals knew. UTF-16 without a byte
 * order mark must be Thai and English alone, and in Windows-874 (TIS-620) every vowel and tone mark
 * stands on a letter: otherwise almost anything could be either.
 */
final class PlainText {

    private static final int FIRST_THAI = 0xa1;
    private static final int LAST_THAI = 0xfb;

    private final Utf8 utf8 = new Utf8();
    private final Utf16 littleEndian = new Utf16(false);
    private final Utf16 bigEndian = new Utf16(true);
    private boolean thai = true;
    private int before;
    private boolean any;

    /** The next bytes. */
    void add(byte[] bytes, int length) {
        for (int i = 0; i < length && isOpen(); i++) {
            int b = bytes[i] & 0xff;
            any = true;
            utf8.add(b);
            littleEndian.add(b);
            bigEndian.add(b);
            thai = thai && isThai(b);
            before = b;
        }
    }

    /** Whether it may still be a text. */
    boolean isOpen() {
        return utf8.possible || thai || littleEndian.possible || bigEndian.possible;
    }

    /** What encoding it is in; empty if these bytes are no text. */
    Optional<Charset> encoding() {
        if (!any) {
            return Optional.empty();
        }
        if (utf8.isWhole()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (littleEndian.isWhole()) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (bigEndian.isWhole()) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        // Its letters are none of ASCII; for what is looked for in a text, that is enough.
        return thai ? Optional.of(StandardCharsets.ISO_8859_1) : Optional.empty();
    }

    private static boolean isPlain(int c) {
        return c >= 0x20 && c != 0x7f
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c == '\f'
                || c == 0x1a
                || c == 0x1b;
    }

    private boolean isThai(int b) {
        if (b < 0x80) {
            return isPlain(b);
        }
        if (b == 0x80 || b == 0x85 || b >= 0x91 && b <= 0x97 || b == 0xa0) {
            return true;
        }
        boolean assigned = b >= FIRST_THAI && b <= LAST_THAI && (b <= 0xda || b >= 0xdf);
        return assigned && (!isMark(b) || before >= FIRST_THAI && before <= LAST_THAI);
    }

    private static boolean isMark(int b) {
        return b == 0xd1 || b >= 0xd4 && b <= 0xda || b >= 0xe7 && b <= 0xee;
    }

    /** RFC 3629, as a machine that takes a byte at a time. */
    private static final class Utf8 {

        private boolean possible = true;
        private int left;
        private int low;
        private int high;

        void add(int b) {
            if (left > 0) {
                possible &= b >= low && b <= high;
                left--;
                low = 0x80;
                high = 0xbf;
            } else if (b < 0x80) {
                possible &= isPlain(b);
            } else {
                possible &= b >= 0xc2 && b <= 0xf4;
                left = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
                low = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
                high = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
            }
        }

        boolean isWhole() {
            return possible && left == 0;
        }
    }

    private static final class Utf16 {

        private final boolean bigEndian;
        private boolean possible = true;
        private boolean marked;
        private boolean started;
        private boolean half;
        private int first;
        private boolean highSurrogate;

        Utf16(boolean bigEndian) {
            this.bigEndian = bigEndian;
        }

        void add(int b) {
            if (!half) {
                first = b;
                half = true;
                return;
            }
            half = false;
            int unit = bigEndian ? first << 8 | b : b << 8 | first;
            if (!started) {
                started = true;
                marked = unit == 0xfeff;
            }
            char c = (char) unit;
            boolean low = Character.isLowSurrogate(c);
            possible &= low == highSurrogate && (marked ? isPlain(unit) : isThaiOrEnglish(unit));
            possible &= unit != 0xfffe && unit != 0xffff;
            highSurrogate = Character.isHighSurrogate(c);
        }

        private static boolean isThaiOrEnglish(int unit) {
            return unit < 0x7f && isPlain(unit)
                    || unit >= 0xe01 && unit <= 0xe5b
                    || unit >= 0x2010 && unit <= 0x203a;
        }

        boolean isWhole() {
            return possible && started && !half && !highSurrogate;
        }
    }
}
