package org.kongdee.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kongdee.web.problem.TooMany;

/** The defaults. */
class RateLimitsTest {

    private long now;
    private final RateLimits limits =
            new RateLimits(
                    new SmallRyeConfigBuilder()
                            .withMapping(LimitSettings.class)
                            .build()
                            .getConfigMapping(LimitSettings.class),
                    () -> now);

    @Test
    void letsOneCallerAsk400TimesASecond() {
        for (int i = 0; i < 400 * 60; i++) {
            assertThat(limits.request("subject a")).isEmpty();
            now += Duration.ofSeconds(1).toNanos() / 400;
        }
    }

    @Test
    void refusesSomeOf3000AtOnce() {
        long refused =
                IntStream.range(0, 3_000)
                        .filter(_ -> limits.request("subject a").isPresent())
                        .count();
        assertThat(refused).isEqualTo(1_000);
        TooMany fault = limits.request("subject a").orElseThrow();
        assertThat(fault.retryAfter()).isEqualTo(Duration.ofMillis(2));
        assertThat(fault.seconds()).isEqualTo(1);
        assertThat(limits.request("subject b")).isEmpty();
    }

    @Test
    void letsAnAddressFail200TimesAtOnceAndThen20TimesASecond() {
        for (int i = 0; i < 200; i++) {
            assertThat(limits.mayTry("192.0.2.7")).isEmpty();
            assertThat(limits.failure("192.0.2.7")).isEmpty();
        }
        assertThat(limits.failure("192.0.2.7")).isPresent();
        assertThat(limits.mayTry("192.0.2.7")).isPresent();
        assertThat(limits.mayTry("192.0.2.8")).isEmpty();
        now += Duration.ofMillis(50).toNanos();
        assertThat(limits.mayTry("192.0.2.7")).isEmpty();
    }
}
