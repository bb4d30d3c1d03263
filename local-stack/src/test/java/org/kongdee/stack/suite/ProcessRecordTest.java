package org.kongdee.stack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path folder;

    @Test
    void findsAndStopsTheProcessItNames() throws Exception {
        Process process = new ProcessBuilder("sleep", "1000").start();
        Path file = folder.resolve("sleeper");
        ProcessRecord.of(process.toHandle()).write(file);

        ProcessHandle found = ProcessRecord.alive(file).orElseThrow();
        boolean orderly = ProcessRecord.stop(found, PATIENCE);

        assertThat(orderly).isTrue();
        assertThat(process.waitFor()).isNotZero();
        assertThat(ProcessRecord.alive(file)).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void takesNoOtherProcessThatHasTheNumberNow() throws Exception {
        Path file = folder.resolve("earlier");
        new ProcessRecord(ProcessHandle.current().pid(), Instant.EPOCH).write(file);

        assertThat(ProcessRecord.alive(file)).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void ignoresADamagedFile() throws Exception {
        Path file = Files.writeString(folder.resolve("damaged"), "\u0000\u0000");

        assertThat(ProcessRecord.alive(file)).isEmpty();
    }
}
