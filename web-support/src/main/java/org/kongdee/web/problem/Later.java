package org.kongdee.web.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;

/** A fault that time mends; the answer says in {@code Retry-After} when to come again. */
public sealed interface Later permits TooMany, Unavailable {

    Duration retryAfter();

    /** What the answer says of it. */
    default Map<String, String> headers() {
        return Map.of(HttpHeaders.RETRY_AFTER, Long.toString(seconds()));
    }

    /** As {@code Retry-After} has it: whole seconds, at least one. */
    default long seconds() {
        return Math.max(1, retryAfter().plusMillis(999).toSeconds());
    }
}
