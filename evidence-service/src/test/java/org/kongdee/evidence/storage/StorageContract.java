package org.kongdee.evidence.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every storage guarantees; run against the folder and against S3. */
abstract class StorageContract {

    /** More than two parts of a multipart upload. */
    private static final int LARGE = 11 << 20;

    private final Random random = new Random(2565);

    abstract Storage storage();

    /** How many things the storage holds that no digest names: what interrupted uploads left. */
    abstract int abandoned() throws Exception;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 5 << 20, (5 << 20) + 1, LARGE})
    void returnsWhatWasPublished(int size) throws Exception {
        byte[] bytes = bytes(size);
        Sha256 digest = publish(bytes);
        assertThat(digest).isEqualTo(sha256(bytes));
        assertThat(read(digest, 0, size)).isEqualTo(bytes);
        assertThat(abandoned()).isZero();
    }

    @Test
    void readsARangeOnly() throws Exception {
        byte[] bytes = bytes(100_000);
        Sha256 digest = publish(bytes);
        assertThat(read(digest, 70_000, 5))
                .isEqualTo(java.util.Arrays.copyOfRange(bytes, 70_000, 70_005));
    }

    @Test
    void namesNothingBeforeItIsPublished() throws Exception {
        byte[] bytes = bytes(LARGE);
        try (Incoming incoming = storage().receive()) {
            incoming.write(bytes);
            incoming.complete();
            assertThatThrownBy(() -> read(sha256(bytes), 0, 1))
                    .isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void letsTheBytesBeReadAgainBeforeTheyAreKept() throws Exception {
        for (int size : new int[] {10, LARGE}) {
            byte[] bytes = bytes(size);
            try (Incoming incoming = storage().receive()) {
                incoming.write(bytes);
                incoming.complete();
                try (SeekableByteChannel again = incoming.reread()) {
                    assertThat(again.size()).isEqualTo(size);
                    var last = ByteBuffer.allocate(7);
                    again.position(size - 7);
                    while (last.hasRemaining() && again.read(last) >= 0) {
                        continue;
                    }
                    assertThat(last.array())
                            .isEqualTo(java.util.Arrays.copyOfRange(bytes, size - 7, size));
                }
            }
        }
    }

    @Test
    void forgetsWhatIsClosedUnpublished() throws Exception {
        try (Incoming incoming = storage().receive()) {
            incoming.write(bytes(LARGE));
        }
        assertThat(abandoned()).isZero();
    }

    @Test
    void keepsEqualBytesOnceHoweverManyArriveTogether() throws Exception {
        byte[] bytes = bytes(300_000);
        List<Callable<Sha256>> uploads = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            uploads.add(() -> publish(bytes));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (Future<Sha256> upload : pool.invokeAll(uploads)) {
                assertThat(upload.get()).isEqualTo(sha256(bytes));
            }
        }
        assertThat(stored()).containsOnlyOnce(sha256(bytes));
        assertThat(read(sha256(bytes), 0, bytes.length)).isEqualTo(bytes);
        assertThat(abandoned()).isZero();
    }

    @Test
    void removesAndForgets() throws Exception {
        Sha256 digest = publish(bytes(10));
        storage().remove(digest);
        storage().remove(digest);
        assertThatThrownBy(() -> read(digest, 0, 1)).isInstanceOf(NoSuchFileException.class);
        assertThat(stored()).doesNotContain(digest);
    }

    @Test
    void removesAbandonedUploadsOfBeforeOnly() throws Exception {
        Incoming crashed = storage().receive();
        crashed.write(bytes(LARGE));
        assertThat(abandoned()).isPositive();

        assertThat(storage().removeAbandoned(Instant.now().minusSeconds(60))).isZero();
        assertThat(storage().removeAbandoned(Instant.now().plusSeconds(60))).isPositive();

        assertThat(abandoned()).isZero();
    }

    final Sha256 publish(byte[] bytes) throws IOException {
        try (Incoming incoming = storage().receive()) {
            for (int from = 0; from < bytes.length; from += 70_000) {
                incoming.write(bytes, from, Math.min(70_000, bytes.length - from));
            }
            Sha256 digest = incoming.complete();
            incoming.publish(false);
            return digest;
        }
    }

    final byte[] read(Sha256 digest, long offset, long length) throws IOException {
        try (InputStream in = storage().open(digest, offset, length)) {
            return in.readAllBytes();
        }
    }

    final List<Sha256> stored() throws IOException {
        var stored = new ArrayList<Sha256>();
        storage().list(stored::add);
        return stored;
    }

    final byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    static Sha256 sha256(byte[] bytes) {
        var digest = Sha256.newDigest();
        digest.update(bytes);
        return Sha256.of(digest);
    }
}
