package org.kongdee.web.etag;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.StaleVersion;
import org.kongdee.web.problem.VersionRequired;
import org.kongdee.web.text.Message;

/**
 * The {@code If-Match} header of a write: {@code *}, or the strong entity tags the caller has seen.
 * Null stands for a header that is absent.
 */
public sealed interface IfMatch {

    /** {@code *}: whatever is there, on purpose. */
    record Any() implements IfMatch {}

    /** One of these versions. */
    record Versions(Set<String> tags) implements IfMatch {
        public Versions {
            tags = Set.copyOf(tags);
        }
    }

    Pattern LIST =
            Pattern.compile(
                    "\\s*(W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"\\s*(,\\s*(W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"\\s*)*");
    Pattern STRONG = Pattern.compile("(W/)?(\"[^\"]*\")");

    /**
     * Reads the header; null where it is absent. A weak tag can be read and never matches (RFC
     * 9110, 13.1.1).
     */
    static @Nullable IfMatch parse(@Nullable String header) {
        return header == null
                ? null
                : read(header)
                        .orElseThrow(
                                () ->
                                        Malformed.parameter(
                                                "If-Match",
                                                Message.of(
                                                        "If-Match is * or a list of quoted entity tags such as \"3\".")));
    }

    /**
     * The same of a line of many, which may have none of its own.
     *
     * @param overwrites whether it then writes over what is there
     */
    static @Nullable IfMatch ofLine(@Nullable String own, boolean overwrites) {
        if (own == null) {
            return overwrites ? new Any() : null;
        }
        return read(own)
                .orElseThrow(
                        () ->
                                Malformed.at(
                                        "/ifMatch",
                                        Message.of(
                                                "ifMatch is * or a list of quoted entity tags such as \"3\".")));
    }

    private static Optional<IfMatch> read(String text) {
        if (text.strip().equals("*")) {
            return Optional.of(new Any());
        }
        if (!LIST.matcher(text).matches()) {
            return Optional.empty();
        }
        Matcher tags = STRONG.matcher(text);
        return Optional.of(
                new Versions(
                        tags.results()
                                .filter(tag -> tag.group(1) == null)
                                .map(tag -> tag.group(2))
                                .collect(Collectors.toSet())));
    }

    /** Whether the header allows writing over the version {@code etag}. */
    default boolean allows(String etag) {
        return switch (this) {
            case Any _ -> true;
            case Versions(Set<String> tags) -> tags.contains(etag);
        };
    }

    /**
     * For PATCH and DELETE.
     *
     * @throws VersionRequired without the header
     * @throws StaleVersion if it names other versions
     */
    static void require(@Nullable IfMatch ifMatch, String etag) {
        if (ifMatch == null) {
            throw new VersionRequired(
                    Message.of(
                            "Send If-Match with the ETag that you have seen, or * for whatever is there."));
        }
        ifMatch.check(etag);
    }

    /**
     * @throws StaleVersion if the header names other versions than {@code etag}
     */
    default void check(String etag) {
        if (!allows(etag)) {
            throw new StaleVersion(
                    Message.of("It has changed since you saw it; its ETag is now %s.", etag));
        }
    }
}
