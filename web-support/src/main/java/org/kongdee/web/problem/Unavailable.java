package org.kongdee.web.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** Something this service needs does not answer; the same request may succeed later. */
public final class Unavailable extends Fault implements Later {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Duration retryAfter;

    public Unavailable(Message detail) {
        this(detail, SOON);
    }

    public Unavailable(Message detail, Duration retryAfter) {
        super("unavailable", detail, List.of(), Map.of());
        this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
