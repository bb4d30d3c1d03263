package org.kongdee.client;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a service answered, with its headers; the body is null where it has none (204, 304). */
public record Answer<T>(int status, HttpHeaders headers, T body) {

    /** The version of what was read or written, for ifMatch. */
    public Optional<String> etag() {
        return headers.firstValue("ETag");
    }

    public Optional<String> requestId() {
        return headers.firstValue("X-Request-Id");
    }

    /** Whether it is the recorded answer of an earlier request with the same Idempotency-Key. */
    public boolean replayed() {
        return headers.firstValue("Idempotency-Replayed").isPresent();
    }

    /** Whether only the counts of the recorded answer were kept. */
    public boolean replayedAsSummary() {
        return headers.firstValue("Idempotency-Replayed").filter("summary"::equals).isPresent();
    }
}
