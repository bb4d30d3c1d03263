package org.kongdee.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private long now = Long.MAX_VALUE - 5;
    private final Buckets buckets = new Buckets(10, 3, () -> now);

    @Test
    void letsABurstInAndThenSoManyASecond() {
        assertThat(taken("a", 3)).isEqualTo(3);
        assertThat(buckets.take("a")).isEqualTo(Duration.ofMillis(100));
        now += Duration.ofMillis(99).toNanos();
        assertThat(buckets.take("a")).isEqualTo(Duration.ofMillis(1));
        now += Duration.ofMillis(1).toNanos();
        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void neverSavesMoreThanABurst() {
        assertThat(taken("a", 1)).isEqualTo(1);
        now += Duration.ofDays(1).toNanos();
        assertThat(taken("a", 9)).isEqualTo(3);
    }

    @Test
    void countsEachKeyForItself() {
        assertThat(taken("a", 9)).isEqualTo(3);
        assertThat(taken("b", 9)).isEqualTo(3);
    }

    @Test
    void looksWithoutTaking() {
        assertThat(buckets.peek("a")).isZero();
        assertThat(taken("a", 2)).isEqualTo(2);
        assertThat(buckets.peek("a")).isZero();
        assertThat(buckets.peek("a")).isZero();
        assertThat(taken("a", 1)).isEqualTo(1);
        assertThat(buckets.peek("a")).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void countsThoseWhoComeAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Duration> take = () -> buckets.take("a");
            long taken =
                    threads.invokeAll(Stream.generate(() -> take).limit(200).toList()).stream()
                            .filter(wait -> wait.resultNow().isZero())
                            .count();
            assertThat(taken).isEqualTo(3);
        }
    }

    private int taken(String key, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += buckets.take(key).isZero() ? 1 : 0;
        }
        return taken;
    }
}
