package org.kongdee.stack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartPauseTest {

    private final RestartPause pause = new RestartPause();

    @Test
    void growsToAMinuteWhileAServiceKeepsEnding() {
        assertThat(Stream.generate(() -> pause.after(Duration.ofSeconds(10))).limit(8))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void startsAnewForAServiceThatRanForAWhile() {
        for (int i = 0; i < 6; i++) {
            pause.after(Duration.ZERO);
        }

        assertThat(pause.after(RestartPause.A_WHILE)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pause.after(Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
    }
}
