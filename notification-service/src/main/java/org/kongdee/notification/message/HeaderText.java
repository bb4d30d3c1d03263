package org.kongdee.notification.message;

import java.nio.charset.StandardCharsets;
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

    private static final Pattern PLAIN = Pattern.compile("[ -~]{0,200}");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9 ]{0,60}");

    /** 39 bytes are 52 characters of Base64: with its frame and a header's name, one line. */
    private static final int BYTES_A_WORD = 39;

    private HeaderText() {}

    /** As the value of a header that is all text. */
    static String of(String text) {
        String line = Text.oneLine(text);
        return PLAIN.matcher(line).matches() && !line.contains("=?") ? line : words(line);
    }

    /** An address with the name of who has it; without one, the address alone. */
    static String address(String address, String name) {
        String line = Text.oneLine(name).strip();
        if (line.isEmpty()) {
            return Text.oneLine(address);
        }
        String written = PLAIN_NAME.matcher(line).matches() ? line : words(line);
        return written + " <" + Text.oneLine(address) + ">";
    }

    private static String words(String text) {
        StringJoiner words = new StringJoiner("\r\n ");
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
