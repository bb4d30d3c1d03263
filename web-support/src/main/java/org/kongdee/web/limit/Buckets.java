package org.kongdee.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A token bucket for each key, as the generic cell rate algorithm: all that is kept of a key is the
 * time at which its bucket is full again.
 */
final class Buckets {

    private static final int MOST_KEYS = 100_000;

    private final Cache<String, AtomicLong> fullAt;
    private final long nanosApart;
    private final long tolerance;
    private final LongSupplier nanoTime;

    /**
     * @param perSecond tokens that come back each second
     * @param burst tokens that a bucket holds
     */
    Buckets(int perSecond, int burst, LongSupplier nanoTime) {
        this.nanosApart = Duration.ofSeconds(1).toNanos() / perSecond;
        this.tolerance = nanosApart * burst;
        this.nanoTime = nanoTime;
        this.fullAt =
                Caffeine.newBuilder()
                        .maximumSize(MOST_KEYS)
                        .expireAfterAccess(Duration.ofNanos(tolerance).plusSeconds(1))
                        .build();
    }

    /** Takes a token; or says after how long there will be one, and takes none. */
    Duration take(String key) {
        long now = nanoTime.getAsLong();
        AtomicLong bucket = fullAt.get(key, _ -> new AtomicLong(now));
        while (true) {
            long was = bucket.get();
            long full = Math.max(was - now, 0) + nanosApart;
            if (full > tolerance) {
                return Duration.ofNanos(full - tolerance);
            }
            if (bucket.compareAndSet(was, now + full)) {
                return Duration.ZERO;
            }
        }
    }

    /** The same without taking one. */
    Duration peek(String key) {
        AtomicLong bucket = fullAt.getIfPresent(key);
        long full =
                bucket == null
                        ? nanosApart
                        : Math.max(bucket.get() - nanoTime.getAsLong(), 0) + nanosApart;
        return Duration.ofNanos(Math.max(0, full - tolerance));
    }
}
