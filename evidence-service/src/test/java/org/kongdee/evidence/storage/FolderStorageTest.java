package org.kongdee.evidence.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStorageTest extends StorageContract {

    @TempDir Path folder;

    private FolderStorage storage;

    @BeforeEach
    void open() throws IOException {
        storage = new FolderStorage(folder, 0);
    }

    @Override
    Storage storage() {
        return storage;
    }

    @Override
    int abandoned() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("incoming"))) {
            return (int) files.count();
        }
    }

    @Test
    void findsWhatWasKeptBeforeARestart() throws Exception {
        byte[] bytes = bytes(1000);
        Sha256 digest = publish(bytes);
        storage = new FolderStorage(folder, 0);
        assertThat(read(digest, 0, 1000)).isEqualTo(bytes);
    }

    @Test
    void replacesBytesThatAreKnownToBeDamaged() throws Exception {
        byte[] bytes = bytes(1000);
        Sha256 digest = publish(bytes);
        Files.write(storage.localFile(digest).orElseThrow(), bytes(1000));
        try (Incoming again = storage.receive()) {
            again.write(bytes);
            again.complete();
            again.publish(true);
        }
        assertThat(read(digest, 0, 1000)).isEqualTo(bytes);
    }

    @Test
    void writesATruncatedFileAnew() throws Exception {
        byte[] bytes = bytes(1000);
        Sha256 digest = publish(bytes);
        Files.write(storage.localFile(digest).orElseThrow(), new byte[] {1});
        publish(bytes);
        assertThat(read(digest, 0, 1000)).isEqualTo(bytes);
    }

    @Test
    void keepsTheReserveFree() throws Exception {
        var full = new FolderStorage(folder, Long.MAX_VALUE);
        assertThatThrownBy(full::receive).isInstanceOf(StorageFullException.class);
    }

    @Test
    void saysThatARealDiskIsFullAndLeavesNothing() throws Exception {
        assumeTrue(
                FullDisk.run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.toString()),
                "needs root, to mount a small disk");
        try {
            storage = new FolderStorage(folder, 0);
            Sha256 small = publish(bytes(1000));
            try (Incoming incoming = storage.receive()) {
                assertThatThrownBy(() -> incoming.write(bytes(4 << 20)))
                        .isInstanceOf(StorageFullException.class);
            }
            assertThat(abandoned()).isZero();
            assertThat(stored()).containsExactly(small);
        } finally {
            assertThat(FullDisk.run("umount", folder.toString())).isTrue();
        }
    }
}
