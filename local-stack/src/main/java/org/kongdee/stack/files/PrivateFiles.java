package org.kongdee.stack.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files (0600) and folders (0700) that only the user who runs the stack can read. */
public final class PrivateFiles {

    private PrivateFiles() {}

    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    /**
     * Replaces the file as a whole: nobody sees half of it, nor the file with wider permissions.
     */
    public static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    public static void write(Path file, byte[] content) throws IOException {
        // Files.createTempFile makes it 0600 from the start.
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".draft", "");
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
