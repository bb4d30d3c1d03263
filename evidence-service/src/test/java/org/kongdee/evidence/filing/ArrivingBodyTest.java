package org.kongdee.evidence.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.TooSlow;

class ArrivingBodyTest {

    private static final Duration WINDOW = Duration.ofSeconds(30);

    private long now;
    private int atOnce;
    private Duration wait = Duration.ZERO;

    @Test
    void givesUpASenderWhoSendsAByteNowAndThen() throws IOException {
        InputStream body = body(1_000);
        sends(1, Duration.ofSeconds(10));
        assertThat(body.readNBytes(2)).hasSize(2);
        assertThatThrownBy(body::read)
                .isInstanceOf(TooSlow.class)
                .hasMessageContaining("100 bytes");
    }

    @Test
    void noticesASenderWhoBeginsFastAndThenStalls() throws IOException {
        InputStream body = body(100_000);
        sends(50_000, Duration.ofSeconds(30));
        assertThat(body.read(new byte[50_000])).isEqualTo(50_000);
        sends(1, Duration.ofSeconds(30));
        assertThatThrownBy(body::read).isInstanceOf(TooSlow.class);
    }

    @Test
    void takesALongUploadThatKeepsTheRate() throws IOException {
        InputStream body = body(100_000);
        sends(1_000, Duration.ofSeconds(10));
        for (int i = 0; i < 100; i++) {
            assertThat(body.read(new byte[1_000])).isEqualTo(1_000);
        }
        assertThat(body.read(new byte[1_000])).isEqualTo(-1);
    }

    @Test
    void doesNotCountTheTimeInWhichNobodyReads() throws IOException {
        InputStream body = body(10);
        sends(1, Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            assertThat(body.read()).isZero();
            now += Duration.ofMinutes(5).toNanos();
        }
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void takesAShortBodyHoweverLongItTook() throws IOException {
        sends(1, Duration.ofMinutes(1));
        assertThat(body(0).readAllBytes()).isEmpty();
    }

    @Test
    void takesAnyRateWhereNoneIsAskedFor() throws IOException {
        sends(1, Duration.ofMinutes(1));
        assertThat(new ArrivingBody(slow(10), 0, WINDOW, () -> now).readAllBytes()).hasSize(10);
    }

    @Test
    void saysThatASenderWentAway() {
        InputStream gone =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Connection reset");
                    }
                };
        assertThatThrownBy(new ArrivingBody(gone, 100, WINDOW, () -> now)::read)
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("connection reset");
    }

    /** From now on so many bytes arrive at once, each time after such a wait. */
    private void sends(int bytes, Duration after) {
        atOnce = bytes;
        wait = after;
    }

    private InputStream body(int length) {
        return new ArrivingBody(slow(length), 100, WINDOW, () -> now);
    }

    private InputStream slow(int length) {
        return new ByteArrayInputStream(new byte[length]) {
            @Override
            public int read(byte[] bytes, int offset, int count) {
                now += count == 0 ? 0 : wait.toNanos();
                return super.read(bytes, offset, Math.min(count, atOnce));
            }
        };
    }
}
