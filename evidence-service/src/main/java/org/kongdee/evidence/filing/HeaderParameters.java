package org.kongdee.evidence.filing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/**
 * The parameters of a header such as {@code form-data; name="file"; filename="a.pdf"}. Only a quote
 * and a backslash can be escaped by a backslash: others stand for themselves in names that come
 * from Windows.
 */
record HeaderParameters(Map<String, String> values) {

    private static final Pattern PARAMETER =
            Pattern.compile(
                    ";\\s*([\\w*-]+)\\s*=\\s*(?:\"((?:\\\\[\"\\\\]|[^\"])*+)\"|\"([^\"]*)\"|([^;\"]*))");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");
    private static final Pattern PERCENT = Pattern.compile("%([0-9A-Fa-f]{2})");

    /** RFC 8187: a character set, maybe a language, and the percent-encoded text. */
    private static final Pattern EXTENDED = Pattern.compile("([^']+)'[^']*'([\\x20-\\x7E]*)");

    static HeaderParameters of(String header) {
        Map<String, String> values = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
            String name = matcher.group(1).toLowerCase(Locale.ROOT);
            String quoted = matcher.group(2);
            // Where the last quote seems to be escaped, a backslash is the last letter of a name.
            String verbatim = matcher.group(3);
            String value =
                    quoted != null
                            ? ESCAPED.matcher(quoted).replaceAll("$1")
                            : verbatim != null ? verbatim : matcher.group(4).strip();
            values.putIfAbsent(name, value);
        }
        return new HeaderParameters(values);
    }

    @Nullable String get(String name) {
        return values.get(name);
    }

    /**
     * The name of a file. Of two the extended one counts: who writes it cannot write the other. In
     * the other a form of a browser encodes quotes and line breaks, and nothing else; any other
     * percent sign is one of the name.
     */
    @Nullable String fileName() {
        String extended = values.get("filename*");
        String plain = values.get("filename");
        return extended != null
                ? decoded(extended)
                : plain == null
                        ? null
                        : plain.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }

    private static String decoded(String extended) {
        Matcher parts = EXTENDED.matcher(extended);
        if (!parts.matches()) {
            throw unreadable();
        }
        String octets =
                PERCENT.matcher(parts.group(2))
                        .replaceAll(
                                hex ->
                                        Matcher.quoteReplacement(
                                                String.valueOf(
                                                        (char)
                                                                Integer.parseInt(
                                                                        hex.group(1), 16))));
        try {
            return Charset.forName(parts.group(1))
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Malformed unreadable() {
        return Malformed.body(
                Message.of(
                        "The filename* of a part can't be read; it is a known character set, two apostrophes and the name, percent-encoded in that set: UTF-8''%%E0%%B8%%81.pdf."));
    }
}
