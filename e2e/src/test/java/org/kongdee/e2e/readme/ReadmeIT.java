package org.kongdee.e2e.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.stack.postgres.PostgresPort;

/**
 * Runs the commands of the README's first ten minutes, one after the other in one shell, on a suite
 * that its launcher started, and compares what they print with what the README shows. Only the
 * ports and the folder of the data are others.
 */
class ReadmeIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** The first start of a build writes its start-up caches: minutes of two busy cores. */
    private static final int MINUTES_A_COMMAND = 10;

    @TempDir Path home;

    private final Map<String, Integer> ports = new LinkedHashMap<>();

    @BeforeEach
    void start() throws Exception {
        for (String service : new String[] {"RUBRIC", "EVIDENCE", "NOTIFICATION"}) {
            ports.put("KONGDEE_" + service + "_PORT", PostgresPort.free());
            ports.put("KONGDEE_" + service + "_MANAGEMENT_PORT", PostgresPort.free());
        }
        ports.put("KONGDEE_STACK_PORT", PostgresPort.free());
        ports.put("KONGDEE_INBOX_PORT", PostgresPort.free());
        ports.put("KONGDEE_POSTGRES_PORT", PostgresPort.free());
        // What this build has packaged is what ./suite up finds built.
        String installed =
                bash(
                        """
                        root=$PWD home=$KONGDEE_HOME
                        source launcher/build.sh
                        install_apps
                        fingerprint >"$home/app/fingerprint"
                        """);
        assertThat(installed).isEmpty();
        assertThat(bash("./suite up --detach")).contains("Stop with");
    }

    @AfterEach
    void stop() throws Exception {
        String unused = bash("./suite down");
    }

    @Test
    void theFirstTenMinutesAreAsShown() throws Exception {
        Console console = Console.of(Files.readString(ROOT.resolve("README.md")));
        assertThat(console.steps()).hasSizeGreaterThan(8);
        // Variables live on from command to command, as in a newcomer's shell.
        Path variables = home.resolve("variables");
        for (Console.Step step : console.steps()) {
            String printed =
                    bash(
                            """
                            [ -e "%1$s" ] && . "%1$s"
                            %2$s
                            declare -p TOKEN COLLEAGUE ORGANISER ID 2>/dev/null >"%1$s" || true
                            """
                                    .formatted(variables, here(step.command())));
            assertThat(step.shows(there(printed)))
                    .as(
                            "%s prints%n%s%nand the README shows%n%s",
                            step.command(), printed, step.output())
                    .isTrue();
        }
    }

    /** The README's ports are the defaults. */
    private String here(String command) {
        return command.replace("localhost:8081", "localhost:" + ports.get("KONGDEE_RUBRIC_PORT"))
                .replace("localhost:8082", "localhost:" + ports.get("KONGDEE_EVIDENCE_PORT"))
                .replace("localhost:8083", "localhost:" + ports.get("KONGDEE_NOTIFICATION_PORT"));
    }

    private String there(String printed) {
        return printed.replace("localhost:" + ports.get("KONGDEE_RUBRIC_PORT"), "localhost:8081")
                .replace("localhost:" + ports.get("KONGDEE_EVIDENCE_PORT"), "localhost:8082")
                .replace("localhost:" + ports.get("KONGDEE_NOTIFICATION_PORT"), "localhost:8083");
    }

    private String bash(String script) throws IOException, InterruptedException {
        Path out = Files.createTempFile(home, "out", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", "set -e\n" + script)
                        .directory(ROOT.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile());
        builder.environment().put("KONGDEE_HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        ports.forEach((name, port) -> builder.environment().put(name, port.toString()));
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES_A_COMMAND, TimeUnit.MINUTES);
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(ended).as("%s did not end; it printed%n%s", script, printed).isTrue();
        assertThat(process.exitValue()).as("%s printed%n%s", script, printed).isZero();
        return printed;
    }
}
