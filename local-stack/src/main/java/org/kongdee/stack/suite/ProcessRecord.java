package org.kongdee.stack.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kongdee.stack.files.PrivateFiles;

/**
 * A process that the suite started, as written to a file. Its number alone proves nothing, since
 * systems use numbers again; number and start time together name one process.
 */
record ProcessRecord(long pid, Instant started) {

    static ProcessRecord of(ProcessHandle process) {
        return new ProcessRecord(process.pid(), startOf(process));
    }

    /** The process that {@code file} names, if it still runs; a file that names none is removed. */
    static Optional<ProcessHandle> alive(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process =
                parse(Files.readString(file)).flatMap(ProcessRecord::process);
        if (process.isEmpty()) {
            Files.deleteIfExists(file);
        }
        return process;
    }

    void write(Path file) throws IOException {
        PrivateFiles.write(file, pid + " " + started.toEpochMilli() + "\n");
    }

    /**
     * Asks the process to stop, and ends it if it has not done so in time. Returns whether it
     * stopped by itself.
     */
    static boolean stop(ProcessHandle process, Duration patience) throws InterruptedException {
        if (!process.destroy()) {
            return true; // gone already
        }
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for process " + process.pid(), e);
        }
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                // A dead process that nobody has waited for yet has a number and a start time, but
                // no command.
                .filter(process -> process.info().command().isPresent())
                .filter(process -> startOf(process).equals(started));
    }

    private static Optional<ProcessRecord> parse(String text) {
        String[] words = text.strip().split(" ", -1);
        return words.length == 2 && words[0].matches("\\d+") && words[1].matches("\\d+")
                ? Optional.of(
                        new ProcessRecord(
                                Long.parseLong(words[0]),
                                Instant.ofEpochMilli(Long.parseLong(words[1]))))
                : Optional.empty();
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(i -> Instant.ofEpochMilli(i.toEpochMilli()))
                .orElse(Instant.EPOCH);
    }
}
