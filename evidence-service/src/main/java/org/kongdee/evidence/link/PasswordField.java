package org.kongdee.evidence.link;

/**
 * Finds where a page asks for a password. What the page says is somebody else's, so it is read in
 * one pass: whatever it holds, each character is looked at a few times and no more.
 */
final class PasswordField {

    private PasswordField() {}

    static boolean isIn(CharSequence page) {
        boolean inField = false;
        for (int at = 0; at < page.length(); at++) {
            if (page.charAt(at) == '>') {
                inField = false;
            } else if (isAt(page, at, "<input")) {
                inField = true;
            } else if (inField && isAt(page, at, "type")) {
                int equals = afterSpaces(page, at + "type".length());
                if (!isAt(page, equals, "=")) {
                    // What was read is not read again.
                    at = equals - 1;
                    continue;
                }
                int value = afterSpaces(page, equals + 1);
                if (isAt(page, value, "'") || isAt(page, value, "\"")) {
                    value++;
                }
                if (isAt(page, value, "password")) {
                    return true;
                }
                at = value - 1;
            }
        }
        return false;
    }

    /** Whether this is what stands there, in small letters or capitals. */
    private static boolean isAt(CharSequence page, int at, String what) {
        for (int i = 0; i < what.length(); i++) {
            if (at + i >= page.length()
                    || Character.toLowerCase(page.charAt(at + i)) != what.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int afterSpaces(CharSequence page, int from) {
        int at = from;
        while (at < page.length() && Character.isWhitespace(page.charAt(at))) {
            at++;
        }
        return at;
    }
}
