package org.kongdee.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.kongdee.web.body.ArrivingBody.UnderWay;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.problem.TooSlow;

class ArrivingBodyTest {

    private static final Duration WINDOW = Duration.ofSeconds(30);

    private static final int MOST = 100_000;

    private final Arrival arrival = new Arrival("somebody", 0);
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
        assertThat(arriving(slow(10), 0).readAllBytes()).hasSize(10);
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
        assertThatThrownBy(arriving(gone, 100)::read)
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("connection reset");
    }

    @Test
    void takesNoMoreThanItsLimit() throws IOException {
        InputStream body = body(MOST + 1);
        sends(MOST, Duration.ZERO);
        assertThat(body.readNBytes(MOST)).hasSize(MOST);
        assertThatThrownBy(body::read)
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining("100000 bytes");
    }

    @Test
    void wakesItsReaderWhenItIsCut() throws Exception {
        var waiting = new CountDownLatch(1);
        InputStream silent =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        waiting.countDown();
                        try {
                            Thread.sleep(Duration.ofMinutes(1));
                            return -1;
                        } catch (InterruptedException e) {
                            throw new InterruptedIOException();
                        }
                    }
                };
        InputStream body = arriving(silent, 100);
        var fault = new CompletableFuture<Throwable>();
        Thread reader =
                Thread.ofVirtual().start(() -> fault.complete(catchThrowable(() -> body.read())));
        waiting.await();
        arrival.cut();
        assertThat(fault.get()).isInstanceOf(TooSlow.class).hasMessageContaining("the slowest");
        reader.join();
        assertThatThrownBy(body::read).isInstanceOf(TooSlow.class);
    }

    /** From now on so many bytes arrive at once, each time after such a wait. */
    private void sends(int bytes, Duration after) {
        atOnce = bytes;
        wait = after;
    }

    private InputStream body(int length) {
        return arriving(slow(length), 100);
    }

    private InputStream arriving(InputStream body, int rate) {
        return new ArrivingBody(body, new UnderWay(arrival, MOST), rate, WINDOW, () -> now);
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
