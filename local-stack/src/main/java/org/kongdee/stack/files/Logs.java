package org.kongdee.stack.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Log files: none grows for ever, and the end of one can be shown. */
public final class Logs {

    private static final long ROTATE_AT = 8L << 20;

    private Logs() {}

    /** Sets a log that has grown large aside as {@code <name>.1}, in place of the one before. */
    public static void rotate(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > ROTATE_AT) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last lines; unreadable bytes are replaced, never a reason to fail. */
    public static List<String> tail(Path log, int lines) throws IOException {
        List<String> all =
                new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
        return all.subList(Math.max(0, all.size() - lines), all.size());
    }
}
