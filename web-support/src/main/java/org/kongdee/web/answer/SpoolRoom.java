package org.kongdee.web.answer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.kongdee.web.limit.SharedBytes;

/** The disk space that all answers share. */
@Singleton
public class SpoolRoom extends SharedBytes {

    private final Path folder;

    @Inject
    SpoolRoom(AnswerSettings settings) {
        this(
                settings.spool().asLongValue(),
                settings.spoolFolder().orElse(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    SpoolRoom(long bytes, Path folder) {
        super(bytes);
        this.folder = folder;
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
