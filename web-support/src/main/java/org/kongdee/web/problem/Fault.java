package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;

/**
 * A fact that keeps a request from being done, in the words of the domain. Each kind has its own
 * subclass; which HTTP status that means is decided in one place, {@link Problems}.
 *
 * <p>A fault is an answer, not an accident: it carries no stack trace and is not logged as an
 * error.
 */
public abstract sealed class Fault extends RuntimeException
        permits Malformed,
                Unauthenticated,
                Forbidden,
                NotFound,
                Conflict,
                StaleVersion,
                VersionRequired,
                TooLarge,
                HeadTooLarge,
                TooSlow,
                TooMany,
                OutOfRange,
                RuleBroken,
                Unavailable,
                StorageFull {

    private final String slug;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;

    Fault(String slug, String detail, List<FieldError> errors, Map<String, Object> members) {
        super(detail, null, false, false);
        this.slug = slug;
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
    }

    /** Names the problem type, for ever: {@code https://kongdee.org/problems/<slug>}. */
    public String slug() {
        return slug;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Further members of the problem (RFC 9457, extension members). */
    public Map<String, Object> members() {
        return members;
    }
}
