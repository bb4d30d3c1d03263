package org.kongdee.stack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.stack.postgres.PostgresPort;

/** The whole launcher as real processes, on free ports, with no service built. */
@Tag("slow")
class UpTest {

    private final List<Process> started = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();
    private String stackPort;
    private String inboxPort;

    @TempDir Path home;

    @BeforeEach
    void choosePorts() throws Exception {
        stackPort = Integer.toString(PostgresPort.free());
        inboxPort = Integer.toString(PostgresPort.free());
        // Unpacked once for all tests of the module.
        Path unpacked = Path.of("target", "postgresql").toAbsolutePath();
        Files.createDirectories(unpacked);
        Files.createSymbolicLink(home.resolve("app"), unpacked);
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        finish(suite("down"));
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void staysUntilItIsStoppedAndLeavesNothing() throws Exception {
        Process up = up();
        assertThat(finish(suite("status"))).contains("The suite is running (pid " + up.pid() + ")");

        up.toHandle().destroy(); // Process.destroy() would close its output too

        assertThat(up.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(up.inputReader(StandardCharsets.UTF_8).lines().toList()).contains("Stopped.");
        assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(home.resolve("run/suite")).doesNotExist();
    }

    @Test
    void refusesToRunTwice() throws Exception {
        Process up = up();

        assertThat(finish(suite("up"))).contains("already running").contains("pid " + up.pid());
        assertThat(up.isAlive()).isTrue();
    }

    @Test
    void startsAgainAfterItWasKilled() throws Exception {
        up().destroyForcibly().waitFor();
        assertThat(home.resolve("postgres/data/postmaster.pid")).exists();

        Process again = up();

        assertThat(again.isAlive()).isTrue();
    }

    @Test
    void takesDownWhatAKilledSuiteLeft() throws Exception {
        up().destroyForcibly().waitFor();

        assertThat(finish(suite("down")))
                .contains("Stopped what an earlier suite had left running.");
        assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void keepsItsSecretsToItself() throws Exception {
        up();

        for (String secret :
                List.of(
                        "postgres",
                        "db-rubric",
                        "db-evidence",
                        "db-notification",
                        "signing-key",
                        "client-kongdee-automation")) {
            assertThat(Files.getPosixFilePermissions(home.resolve("secrets").resolve(secret)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void saysWhereToSignInAndAsWhomAutomationDoes() throws Exception {
        up();

        String issuer = "http://localhost:" + stackPort;
        String secret = Files.readString(home.resolve("secrets/client-kongdee-automation"));
        assertThat(said)
                .contains(issuer + ", client kongdee-web")
                .contains("client kongdee-automation, secret " + secret);
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI discovery = URI.create(issuer + "/.well-known/openid-configuration");
            assertThat(
                            http.send(
                                            HttpRequest.newBuilder(discovery).build(),
                                            BodyHandlers.ofString())
                                    .body())
                    .contains("\"issuer\":\"" + issuer + "\"");
        }
    }

    /** Starts the suite and waits until it says that it is there. */
    private Process up() throws IOException {
        Process process = suite("up");
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        said.setLength(0);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith("Stop with Ctrl-C")) {
                return process;
            }
        }
        throw new AssertionError("the suite ended:\n" + said);
    }

    private Process suite(String command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Suite.class.getName(),
                        command);
        builder.environment().put("KONGDEE_ROOT", "..");
        builder.environment().put("KONGDEE_HOME", home.toString());
        builder.environment().put("KONGDEE_STACK_PORT", stackPort);
        builder.environment().put("KONGDEE_INBOX_PORT", inboxPort);
        Process process = builder.redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    private static String finish(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
