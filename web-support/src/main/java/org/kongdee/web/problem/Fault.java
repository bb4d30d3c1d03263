package org.kongdee.web.problem;

import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

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
    private final transient Message detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;

    Fault(String slug, Message detail, List<FieldError> errors, Map<String, Object> members) {
        super(null, null, false, false);
        this.slug = slug;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
    }

    /** Names the problem type, for ever: {@code https://kongdee.org/problems/<slug>}. */
    public String slug() {
        return slug;
    }

    public Message detail() {
        return detail;
    }

    /** The detail in English; most faults are answered, and nobody asks for it. */
    @Override
    public String getMessage() {
        return detail.toString();
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Further members of the problem (RFC 9457, extension members). */
    public Map<String, Object> members() {
        return members;
    }
}
