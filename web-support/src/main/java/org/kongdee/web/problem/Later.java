package org.kongdee.web.problem;

import java.time.Duration;

/** A fault that time mends; the answer says in {@code Retry-After} when to come again. */
public sealed interface Later permits TooMany, Unavailable {

    Duration retryAfter();

    /** As {@code Retry-After} has it: whole seconds, at least one. */
    default long seconds() {
        return Math.max(1, retryAfter().plusMillis(999).toSeconds());
    }
}
