package org.kongdee.notification.holiday;

import java.util.Locale;
import net.fortuna.ical4j.util.Strings;
import org.kongdee.web.text.Message;

/**
 * One property as the file has it: a content line (RFC 5545, 3.1) that is unfolded. Parameters are
 * passed over: what a value is tells its form, which files get right more often than {@code VALUE},
 * and a day off is the same day in every {@code TZID}.
 *
 * @param line where it begins, from 1
 * @param name in capital letters
 * @param range what {@code RANGE} says of a {@code RECURRENCE-ID}; empty if nothing
 * @param value as it stands there
 */
record IcsProperty(int line, String name, String range, String value) {

    private static final String RANGE = ";RANGE=";

    /**
     * @throws NoDayOff if it is none
     */
    static IcsProperty read(int line, String text) {
        int colon = colon(text);
        if (colon <= 0) {
            throw new NoDayOff(
                    line,
                    Message.of("the line is no property such as SUMMARY:Songkran, with a colon"));
        }
        String head = text.substring(0, colon).toUpperCase(Locale.ROOT);
        int semicolon = head.indexOf(';');
        return new IcsProperty(
                line,
                (semicolon < 0 ? head : head.substring(0, semicolon)).strip(),
                range(head),
                text.substring(colon + 1).strip());
    }

    /** The text with what was escaped. */
    String text() {
        return Strings.unescape(value);
    }

    /** The first colon outside of quotes. */
    private static int colon(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String range(String head) {
        int at = head.indexOf(RANGE);
        if (at < 0) {
            return "";
        }
        String rest = head.substring(at + RANGE.length()).replace("\"", "");
        int end = rest.indexOf(';');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
