package org.kongdee.notification.wording;

/**
 * What a line of text is. The patterns are for {@code @Pattern}: written so that Java and
 * ECMAScript read the same, and that clients can be generated with them.
 */
public final class Lines {

    /** In Java's own escapes: generators of clients take those of a pattern for characters. */
    private static final String SPACES = " \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\uFEFF";

    /** One line with something on it to be read, and without control characters. */
    public static final String NOT_BLANK =
            "^(?=.*[^" + SPACES + "])(?:(?![\\x00-\\x1F\\x7F-\\x9F]).)*$";

    /** An hour of the day, such as 08:30. */
    public static final String HOUR = "^([01]\\d|2[0-3]):[0-5]\\d$";

    /** What turns the direction of the text behind it: with it, one address reads as another. */
    private static final String BIDI =
            "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private Lines() {}

    /**
     * A text from outside as one line: line breaks, other control characters and those of the
     * writing direction become a space, several in a row one.
     */
    public static String one(String text) {
        int at = 0;
        while (at < text.length() && !breaks(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length()).append(text, 0, at);
        boolean broken = false;
        for (int c : text.substring(at).codePoints().toArray()) {
            if (!breaks(c)) {
                line.appendCodePoint(c);
            } else if (!broken) {
                line.append(' ');
            }
            broken = breaks(c);
        }
        return line.toString();
    }

    private static boolean breaks(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            case Character.FORMAT -> BIDI.indexOf(character) >= 0;
            default -> false;
        };
    }
}
