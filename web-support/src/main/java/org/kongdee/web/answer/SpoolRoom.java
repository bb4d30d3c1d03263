package org.kongdee.web.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** The disk space that all answers share. */
@ApplicationScoped
public class SpoolRoom {

    private final long bytes;
    private final Path folder;
    private final AtomicLong taken = new AtomicLong();

    @Inject
    SpoolRoom(AnswerSettings settings) {
        this(
                settings.spool().asLongValue(),
                settings.spoolFolder().orElse(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    SpoolRoom(long bytes, Path folder) {
        this.bytes = bytes;
        this.folder = folder;
    }

    /** Takes so much; false if there is less. */
    boolean take(long count) {
        if (taken.addAndGet(count) <= bytes) {
            return true;
        }
        taken.addAndGet(-count);
        return false;
    }

    void give(long count) {
        taken.addAndGet(-count);
    }

    long taken() {
        return taken.get();
    }

    /** A file that is gone when it is closed, or when this process is. */
    FileChannel open() throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(folder), "answer", ".spool");
        return FileChannel.open(
                file,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }
}
