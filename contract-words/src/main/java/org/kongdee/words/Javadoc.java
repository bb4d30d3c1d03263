package org.kongdee.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A doc comment as plain text.
 *
 * @param summary its first paragraph
 * @param params what its {@code @param} tags say
 */
record Javadoc(String summary, Map<String, String> params) {

    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(?=[a-z])");
    private static final Pattern PARAM = Pattern.compile("param\\s+(\\w+)\\s+(.*)", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\{@code\\s+((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern LINK =
            Pattern.compile("\\{@link\\s+[\\w.]*?#?(\\w+)(?:\\([^)]*\\))?(?:\\s+([^}]*))?}");

    static Javadoc of(String comment) {
        String[] blocks = BLOCK_TAG.split(comment, -1);
        Map<String, String> params = new LinkedHashMap<>();
        for (int i = 1; i < blocks.length; i++) {
            Matcher param = PARAM.matcher(blocks[i]);
            if (param.matches()) {
                params.put(param.group(1), plain(param.group(2)));
            }
        }
        return new Javadoc(plain(blocks[0].split("<p>", 2)[0]), params);
    }

    private static String plain(String text) {
        String code = CODE.matcher(text).replaceAll("`$1`");
        String told =
                LINK.matcher(code)
                        .replaceAll(
                                link ->
                                        Matcher.quoteReplacement(
                                                label(link.group(1), link.group(2))))
                        .replaceAll("<[^>]+>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                        .replaceAll("\\s+", " ")
                        .strip();
        return told.isEmpty() ? told : Character.toUpperCase(told.charAt(0)) + told.substring(1);
    }

    private static String label(String name, String label) {
        return label == null ? name : label;
    }
}
