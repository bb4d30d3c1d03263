package org.kongdee.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A running server, as it describes itself in {@code postmaster.pid}. */
record Postmaster(long pid, int port, boolean ready) {

    private static final int PID = 0;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    /**
     * The server on {@code data}, if one runs. A file left by a killed server is no server, even
     * where another program has its process number by now.
     */
    static Optional<Postmaster> on(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= PORT) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(PID).strip());
        if (!isPostgres(pid)) {
            Files.delete(file);
            return Optional.empty();
        }
        boolean ready = lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
        return Optional.of(new Postmaster(pid, Integer.parseInt(lines.get(PORT).strip()), ready));
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(
                        process ->
                                process.info()
                                        .command()) // a dead process that nobody has waited for has
                // none
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }
}
