package org.kongdee.stack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.stack.postgres.PostgresPort;

@Tag("slow")
class WatchTest {

    private static final long SECONDS_TO_COME_BACK = 60;

    @TempDir Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private SuiteSettings settings;
    private Watch watch;

    @BeforeEach
    void startAService() throws Exception {
        String port = Integer.toString(PostgresPort.free());
        settings =
                new SuiteSettings(
                        Map.of(
                                "KONGDEE_HOME",
                                home.toString(),
                                "KONGDEE_EVIDENCE_MANAGEMENT_PORT",
                                port));
        Files.createDirectories(home.resolve("log"));
        Files.createDirectories(settings.run());
        StubService.install(settings.app(Service.EVIDENCE));
        watch = new Watch(settings, new PrintStream(said, true, StandardCharsets.UTF_8));
        watch.start(Service.EVIDENCE, Map.of("QUARKUS_MANAGEMENT_PORT", port));
        watch.services().getFirst().awaitReady();
    }

    @AfterEach
    void stop() throws Exception {
        watch.stop();
    }

    @Test
    void startsAServiceAgainThatWasKilledAndSaysSo() throws Exception {
        ProcessHandle killed = running();
        Thread staying = Thread.ofPlatform().daemon().start(this::stay);

        killed.destroyForcibly();

        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_COME_BACK);
        while (!said().contains("is ready again") && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        staying.interrupt();
        assertThat(said())
                .contains("evidence-service ended with code 137")
                .contains("Starting it again in 1 s")
                .contains("evidence-service is ready again");
        assertThat(running().pid()).isNotEqualTo(killed.pid());
    }

    @Test
    void startsNothingOnceItStops() throws Exception {
        ProcessHandle first = running();
        Thread staying = Thread.ofPlatform().daemon().start(this::stay);

        watch.stop();

        assertThat(first.isAlive()).isFalse();
        staying.join(2500);
        staying.interrupt();
        assertThat(settings.run(Service.EVIDENCE.artifact())).doesNotExist();
        assertThat(said()).isEmpty();
    }

    private void stay() {
        try {
            watch.stay();
        } catch (Exception interrupted) {
            // the test is over
        }
    }

    private ProcessHandle running() throws Exception {
        return ProcessRecord.alive(settings.run(Service.EVIDENCE.artifact())).orElseThrow();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
