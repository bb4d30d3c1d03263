package org.kongdee.evidence.filing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a header such as {@code form-data; name="file"; filename="a.pdf"}. Only a quote
 * and a backslash can be escaped by a backslash: others stand for themselves in names that come
 * from Windows.
 */
record HeaderParameters(Map<String, String> values) {

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([\\w*-]+)\\s*=\\s*(?:\"((?:\\\\[\"\\\\]|[^\"])*+)\"|([^;\"]*))");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");
    private static final Pattern PERCENT = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final String UTF_8 = "utf-8''";

    static HeaderParameters of(String header) {
        Map<String, String> values = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
            String name = matcher.group(1).toLowerCase(Locale.ROOT);
            String quoted = matcher.group(2);
            String value =
                    quoted == null
                            ? matcher.group(3).strip()
                            : ESCAPED.matcher(quoted).replaceAll("$1");
            if (!name.endsWith("*")) {
                values.putIfAbsent(name, value);
            } else if (value.toLowerCase(Locale.ROOT).startsWith(UTF_8)) {
                // RFC 8187; it wins, because who writes it cannot write the other.
                values.put(
                        name.substring(0, name.length() - 1),
                        decoded(value.substring(UTF_8.length())));
            }
        }
        return new HeaderParameters(values);
    }

    @Nullable String get(String name) {
        return values.get(name);
    }

    private static String decoded(String text) {
        String octets =
                PERCENT.matcher(text)
                        .replaceAll(
                                hex ->
                                        Matcher.quoteReplacement(
                                                String.valueOf(
                                                        (char)
                                                                Integer.parseInt(
                                                                        hex.group(1), 16))));
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
