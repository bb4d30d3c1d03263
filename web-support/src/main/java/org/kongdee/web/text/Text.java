package org.kongdee.web.text;

import java.util.Optional;
import java.util.function.Function;

/**
 * What text may have in it, whoever sends it and by whatever way. PostgreSQL has no place for
 * U+0000, nothing has one for half a surrogate pair, and other controls, such as those of the
 * direction of writing, make people see something else than what is stored. What joins or parts
 * letters unseen (U+200B to U+200D) stays: Thai needs it. So does U+FEFF within a text, where it is
 * a space without width; at the beginning it is a byte order mark, left over from a file, by which
 * two texts that look like one would differ.
 */
public enum Text {
    /** One line: a title, a name, a code. */
    LINE,
    /** What people write at length, in lines, which end in line feeds. */
    LINES;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** By this name contracts know it. */
    public String format() {
        return this == LINE ? "line" : "text";
    }

    /**
     * What is wrong with a text, such as {@code has U+202E, a bidi control, at character 7; leave
     * it out}; empty if nothing is. In several lines a carriage return is none of it, since {@link
     * #kept} knows better.
     */
    public Optional<Message> fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!takes(text, i)) {
                return Optional.of(
                        Message.of(
                                "has U+%04X, %s, at character %d; %s",
                                (int) text.charAt(i),
                                name(text.charAt(i)),
                                text.codePointCount(0, i) + 1,
                                LINES.takes(text, i)
                                        ? Message.of("it must be one line")
                                        : Message.of("leave it out")));
            }
        }
        return Optional.empty();
    }

    /**
     * @throws X for what is wrong with a text
     */
    public <X extends RuntimeException> void check(String text, Function<Message, X> refusal) {
        Optional<Message> fault = fault(text);
        if (fault.isPresent()) {
            throw refusal.apply(fault.get());
        }
    }

    /** A text without fault as it is kept: of several lines, each ends in a line feed. */
    public String kept(String text) {
        return this == LINE || text.indexOf('\r') < 0
                ? text
                : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /**
     * A text in one line, whatever it was: what a line may not have becomes a space, in a row one.
     */
    public static String oneLine(String text) {
        if (LINE.fault(text).isEmpty()) {
            return text;
        }
        var line = new StringBuilder();
        boolean broken = false;
        for (int i = 0; i < text.length(); i++) {
            boolean breaks = !LINE.takes(text, i);
            if (!breaks) {
                line.append(text.charAt(i));
            } else if (!broken) {
                line.append(' ');
            }
            broken = breaks;
        }
        return line.toString();
    }

    /** What can be read of a text whose writer can't be asked for a better one, in one line. */
    public static String legible(String text) {
        if (LINE.fault(text).isEmpty()) {
            return text;
        }
        var legible = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (LINE.takes(text, i) && (c != BYTE_ORDER_MARK || !legible.isEmpty())) {
                legible.append(c);
            }
        }
        return legible.toString();
    }

    private boolean takes(String text, int at) {
        char c = text.charAt(at);
        if (c < ' ') {
            return this == LINES && (c == '\n' || c == '\r' || c == '\t');
        }
        if (c < 0x7F) {
            return true;
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c > 0x9F && !isBreak(c) && !isBidi(c) && (c != BYTE_ORDER_MARK || at > 0);
    }

    private static boolean isBreak(char c) {
        return c == '\u2028' || c == '\u2029';
    }

    private static boolean isBidi(char c) {
        return c == '\u061C'
                || c == '\u200E'
                || c == '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
    }

    private static Message name(char c) {
        if (Character.isSurrogate(c)) {
            return Message.of("half of a character");
        }
        if (c == '\n' || c == '\r' || isBreak(c)) {
            return Message.of("a line break");
        }
        if (c == '\t') {
            return Message.of("a tab");
        }
        if (c == BYTE_ORDER_MARK) {
            return Message.of("a byte order mark");
        }
        return isBidi(c) ? Message.of("a bidi control") : Message.of("a control character");
    }
}
