package org.kongdee.web.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/**
 * Where a reader of a feed has got to, as a text that readers keep and send back, and only the
 * service understands.
 */
public final class OpaqueText {

    /** How a parameter says the beginning. */
    public static final String START = "start";

    private OpaqueText() {}

    /**
     * @param plain ASCII
     */
    public static String of(String plain) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * What a text says; empty if it was never given out.
     *
     * @param form of the plain text
     * @param read of its groups; may throw {@link IllegalArgumentException}
     */
    public static <T> Optional<T> read(String text, Pattern form, Function<MatchResult, T> read) {
        try {
            byte[] plain = Base64.getUrlDecoder().decode(text);
            Matcher groups = form.matcher(new String(plain, StandardCharsets.US_ASCII));
            return groups.matches() ? Optional.of(read.apply(groups)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The same of a parameter; {@code start}, like none, is the beginning.
     *
     * @param name of the parameter
     * @throws Malformed if it was never given out
     */
    public static <T> T read(
            String name,
            @Nullable String text,
            T start,
            Pattern form,
            Function<MatchResult, T> read) {
        if (text == null || text.equals(START)) {
            return start;
        }
        return read(text, form, read)
                .orElseThrow(
                        () ->
                                Malformed.parameter(
                                        name,
                                        Message.of(
                                                "%s is a cursor that an earlier answer gave, or start for the beginning.",
                                                name)));
    }
}
