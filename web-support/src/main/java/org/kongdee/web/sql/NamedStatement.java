package org.kongdee.web.sql;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as the driver takes it, and where each named parameter stands in it.
 *
 * @param text with a question mark for each parameter
 * @param places by name, counted from 1
 */
record NamedStatement(String text, Map<String, int[]> places) {

    /** What is no parameter is passed over whole: texts, quoted names, comments, casts. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    "'(?:[^']|'')*+'|\"[^\"]*+\"|--[^\\n]*+|/\\*.*?\\*/|::|:(?<name>[a-zA-Z]\\w*)",
                    Pattern.DOTALL);

    static NamedStatement parse(String sql) {
        var text = new StringBuilder();
        var places = new HashMap<String, int[]>();
        Matcher token = TOKEN.matcher(sql);
        int place = 0;
        while (token.find()) {
            String name = token.group("name");
            if (name != null) {
                place++;
                places.merge(name, new int[] {place}, NamedStatement::joined);
            }
            token.appendReplacement(
                    text, name == null ? Matcher.quoteReplacement(token.group()) : "?");
        }
        token.appendTail(text);
        return new NamedStatement(text.toString(), Map.copyOf(places));
    }

    int[] placesOf(String name) {
        int[] found = places.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no :" + name + " in " + text);
        }
        return found;
    }

    private static int[] joined(int[] before, int[] more) {
        int[] all = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, all, before.length, more.length);
        return all;
    }
}
