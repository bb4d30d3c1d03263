package org.kongdee.notification.wording;

/**
 * What stands in a line of text, for {@code @Pattern}: written so that Java and ECMAScript read the
 * same, and that clients can be generated with it.
 */
public final class Lines {

    /** In Java's own escapes: generators of clients take those of a pattern for characters. */
    private static final String SPACES = " \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\uFEFF";

    /** A line with something on it to be read. */
    public static final String NOT_BLANK = "^.*[^" + SPACES + "].*$";

    /** An hour of the day, such as 08:30. */
    public static final String HOUR = "^([01]\\d|2[0-3]):[0-5]\\d$";

    private Lines() {}
}
