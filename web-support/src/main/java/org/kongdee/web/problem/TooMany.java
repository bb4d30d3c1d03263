package org.kongdee.web.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The caller asks for more than one caller gets in a while; the same request may succeed later. */
public final class TooMany extends Fault implements Later {

    private final Duration retryAfter;

    public TooMany(String detail, Duration retryAfter) {
        super("too-many-requests", detail, List.of(), Map.of());
        this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
