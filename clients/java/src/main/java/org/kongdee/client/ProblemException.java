package org.kongdee.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service refused a request, and says why. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final Duration retryAfter;

    ProblemException(String call, Problem problem, Duration retryAfter) {
        super(call + ": " + problem);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public Problem problem() {
        return problem;
    }

    public int status() {
        return problem.status();
    }

    /** Names the kind of problem, for ever. */
    public String type() {
        return problem.type();
    }

    /** The last part of the type, such as stale-version. */
    public String slug() {
        return problem.slug();
    }

    public boolean is(String slug) {
        return slug().equals(slug);
    }

    /** For people, in the language that the client asks for. */
    public String title() {
        return problem.title();
    }

    public String detail() {
        return problem.detail();
    }

    /** Every place that is wrong; empty where it is not about places. */
    public List<ProblemError> errors() {
        return problem.errors();
    }

    /** What problems of this type have beside. */
    public Map<String, JsonNode> members() {
        return problem.members();
    }

    /** The id under which the service logged the request; null where it came from elsewhere. */
    public String requestId() {
        return problem.requestId();
    }

    /** How long to wait, where the service said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
