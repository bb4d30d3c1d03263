package org.kongdee.web.etag;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.StaleVersion;
import org.kongdee.web.problem.VersionRequired;

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
        if (header == null) {
            return null;
        }
        if (header.strip().equals("*")) {
            return new Any();
        }
        if (!LIST.matcher(header).matches()) {
            throw Malformed.parameter(
                    "If-Match", "If-Match is * or a list of quoted entity tags such as \"3\".");
        }
        Matcher tags = STRONG.matcher(header);
        return new Versions(
                tags.results()
                        .filter(tag -> tag.group(1) == null)
                        .map(tag -> tag.group(2))
                        .collect(Collectors.toSet()));
    }

    /** Whether the header allows writing over the version {@code etag}. */
    default boolean allows(String etag) {
        return switch (this) {
            case Any _ -> true;
            case Versions(Set<String> tags) -> tags.contains(etag);
        };
    }

    /**
     * For PATCH and DELETE, and for a PUT that changes what is there.
     *
     * @throws VersionRequired without the header
     * @throws StaleVersion if it names other versions
     */
    static void require(@Nullable IfMatch ifMatch, String etag) {
        if (ifMatch == null) {
            throw new VersionRequired(
                    "This is there already and differs. Send If-Match with the ETag that you have seen, or * to overwrite.");
        }
        if (!ifMatch.allows(etag)) {
            throw new StaleVersion(
                    "It has changed since you saw it; its ETag is now %s.".formatted(etag));
        }
    }
}
