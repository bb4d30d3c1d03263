package org.kongdee.web.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of workbooks, in which {@code _x000D_} stands for a character that XML has not (ECMA-376,
 * ST_Xstring).
 */
final class XlsxText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** Where one would begin, also within another one. */
    private static final Pattern LIKE_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String UNDERSCORE = "_x005F_";

    private XlsxText() {}

    /** So that what looks like an escape is a text. */
    static String escaped(String text) {
        return text.contains("_x") ? LIKE_ESCAPE.matcher(text).replaceAll(UNDERSCORE) : text;
    }

    static String plain(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(
                                match ->
                                        Matcher.quoteReplacement(
                                                Character.toString(
                                                        (char)
                                                                Integer.parseInt(
                                                                        match.group(1), 16))))
                : text;
    }
}
