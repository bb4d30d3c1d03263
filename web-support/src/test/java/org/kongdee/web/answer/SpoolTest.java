package org.kongdee.web.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    private static final int PIECES = 100;
    private static final long ALL = (long) PIECES * Spool.PIECE;

    @TempDir Path folder;

    private final Random random = new Random(2565);

    @Test
    void holdsWhatNobodyReadsYet() throws IOException {
        var room = new SpoolRoom(2 * ALL, folder);
        var sent = new ByteArrayOutputStream();
        var got = new ByteArrayOutputStream();
        try (var spool = new Spool(room, 0)) {
            for (int i = 0; i < PIECES; i++) {
                put(spool, sent, 1 + random.nextInt(Spool.PIECE));
            }
            assertThat(room.taken()).isPositive().isLessThan(ALL);
            spool.finish();
            spool.drainTo(got);
        }
        assertThat(got.toByteArray()).isEqualTo(sent.toByteArray());
        assertThat(room.taken()).isZero();
        assertThat(files()).isZero();
    }

    @Test
    void keepsTheOrderWhileItIsReadAndWritten() throws Exception {
        var room = new SpoolRoom(2 * ALL, folder);
        var sent = new ByteArrayOutputStream();
        var got = new ByteArrayOutputStream();
        try (var spool = new Spool(room, 0)) {
            var reader = CompletableFuture.runAsync(() -> drain(spool, slow(got)));
            for (int i = 0; i < 10 * PIECES; i++) {
                put(spool, sent, 1 + random.nextInt(2_000));
            }
            spool.finish();
            reader.get(1, TimeUnit.MINUTES);
        }
        assertThat(got.toByteArray()).isEqualTo(sent.toByteArray());
    }

    @Test
    void waitsForItsReaderWhereThereIsNoRoom() throws Exception {
        var room = new SpoolRoom(Spool.PIECE, folder);
        var sent = new ByteArrayOutputStream();
        var got = new ByteArrayOutputStream();
        try (var spool = new Spool(room, 0)) {
            var writer =
                    CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < PIECES; i++) {
                                    put(spool, sent, Spool.PIECE);
                                }
                                spool.finish();
                            });
            spool.drainTo(got);
            writer.get(1, TimeUnit.MINUTES);
        }
        assertThat(got.toByteArray()).isEqualTo(sent.toByteArray());
        assertThat(room.taken()).isZero();
    }

    @Test
    void tellsItsWriterThatTheReaderIsGone() throws Exception {
        var room = new SpoolRoom(0, folder);
        var full = new CountDownLatch(8);
        try (var spool = new Spool(room, 0)) {
            var writer =
                    CompletableFuture.runAsync(
                            () -> {
                                for (int i = 0; i < PIECES; i++) {
                                    put(spool, new ByteArrayOutputStream(), Spool.PIECE);
                                    full.countDown();
                                }
                            });
            full.await();
            spool.abandon();
            assertThatThrownBy(() -> writer.get(1, TimeUnit.MINUTES))
                    .hasRootCauseInstanceOf(IOException.class)
                    .rootCause()
                    .hasMessage("the reader is gone");
        }
    }

    @Test
    void usesTheRoomThatWasTakenForIt() throws IOException {
        var room = new SpoolRoom(ALL, folder);
        assertThat(room.take(ALL)).isTrue();
        var sent = new ByteArrayOutputStream();
        try (var spool = new Spool(room, ALL)) {
            for (int i = 0; i < PIECES; i++) {
                put(spool, sent, Spool.PIECE);
            }
            assertThat(room.taken()).isEqualTo(ALL);
        }
        assertThat(room.taken()).isZero();
    }

    private void put(Spool spool, ByteArrayOutputStream sent, int length) {
        byte[] piece = new byte[length];
        random.nextBytes(piece);
        sent.writeBytes(piece);
        try {
            spool.put(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void drain(Spool spool, OutputStream reader) {
        try {
            spool.drainTo(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reader who stops for a moment now and then. */
    private static OutputStream slow(OutputStream target) {
        return new OutputStream() {
            private int count;

            @Override
            public void write(int b) throws IOException {
                target.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (++count % 50 == 0) {
                    LockSupport.parkNanos(1_000_000);
                }
                target.write(bytes, offset, length);
            }
        };
    }

    private long files() throws IOException {
        try (var found = Files.list(folder)) {
            return found.count();
        }
    }
}
