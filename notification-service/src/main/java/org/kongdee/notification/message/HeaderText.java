package org.kongdee.notification.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.kongdee.web.text.Text;

/**
 * Texts in headers as RFC 2047 has them, each on one line: no header ends early. The mail client
 * would write them too, but folds long ones by a bare line feed, which mail servers refuse or take
 * for an attack.
 */
final class HeaderText {

    private static final Pattern PLAIN = Pattern.compile("[ -~]*");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9 ]{0,60}");

    /** A line has 78 characters at most, 76 if an encoded word stands on it. */
    private static final int LONGEST_LINE = 76;

    /** Of a header's name, for its value's first line. */
    private static final int NAME = "Content-Language: ".length();

    private static final String FOLD = "\r\n ";

    /** 39 bytes are 52 characters of Base64: with its frame and a header's name, one line. */
    private static final int BYTES_A_WORD = 39;

    private HeaderText() {}

    /** As the value of a header that is all text. */
    static String of(String text) {
        String line = Text.oneLine(text);
        return isPlain(line) ? folded(line) : words(line);
    }

    /** Whether it can stand as it is: in ASCII, and with places to break its lines at. */
    private static boolean isPlain(String line) {
        return line.isEmpty()
                || PLAIN.matcher(line).matches()
                        && !line.contains("=?")
                        && Arrays.stream(line.split(" ", -1))
                                .allMatch(w -> !w.isEmpty() && NAME + w.length() < LONGEST_LINE);
    }

    /** Text in ASCII, broken between its words. */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int length = NAME;
        for (String word : line.split(" ", -1)) {
            if (!folded.isEmpty()) {
                boolean fits = length + 1 + word.length() <= LONGEST_LINE;
                folded.append(fits ? " " : FOLD);
                length = fits ? length + 1 : 1;
            }
            folded.append(word);
            length += word.length();
        }
        return folded.toString();
    }

    /** An address with the name of who has it; without one, the address alone. */
    static String address(String address, String name) {
        String line = Text.oneLine(name).strip();
        if (line.isEmpty()) {
            return Text.oneLine(address);
        }
        String written = PLAIN_NAME.matcher(line).matches() ? line : words(line);
        String angled = "<" + Text.oneLine(address) + ">";
        int last = written.length() - (written.lastIndexOf('\n') + 1);
        return written + (NAME + last + 1 + angled.length() <= LONGEST_LINE ? " " : FOLD) + angled;
    }

    private static String words(String text) {
        StringJoiner words = new StringJoiner(FOLD);
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            String next = Character.toString(character);
            int size = next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > BYTES_A_WORD) {
                words.add(word(word));
                word.setLength(0);
                bytes = 0;
            }
            word.append(next);
            bytes += size;
            at += Character.charCount(character);
        }
        return words.add(word(word)).toString();
    }

    private static String word(StringBuilder text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
