package org.kongdee.web.problem;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kongdee.web.text.Message;

/** The caller asks for more than one caller gets in a while; the same request may succeed later. */
public final class TooMany extends Fault implements Later {

    private final Duration retryAfter;
    private final String policy;

    public TooMany(Message detail, Duration retryAfter) {
        this(detail, retryAfter, "");
    }

    /**
     * @param policy of which nothing is left, as {@code RateLimit-Policy} has it
     *     (draft-ietf-httpapi-ratelimit-headers); empty where there is none that is so simple
     */
    public TooMany(Message detail, Duration retryAfter, String policy) {
        super("too-many-requests", detail, List.of(), Map.of());
        this.retryAfter = retryAfter;
        this.policy = policy;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>(Later.super.headers());
        if (!policy.isEmpty()) {
            String name = policy.split(";", 2)[0];
            headers.put("RateLimit-Policy", policy);
            headers.put("RateLimit", "%s;r=0;t=%d".formatted(name, seconds()));
        }
        return headers;
    }
}
