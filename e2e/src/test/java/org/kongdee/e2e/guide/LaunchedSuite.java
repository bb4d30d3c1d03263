package org.kongdee.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.kongdee.stack.postgres.PostgresPort;

/**
 * A suite that its launcher started, as the README has it, and a reader beside it who follows a
 * page in one shell. Only the ports and the folder of the data are others.
 */
final class LaunchedSuite implements AutoCloseable {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int MINUTES_A_COMMAND = 10;
    private static final Map<String, String> SERVICES =
            Map.of("RUBRIC", "8081", "EVIDENCE", "8082", "NOTIFICATION", "8083", "STACK", "8084");

    private final Path home;
    private final Path desk;
    private final Map<String, String> ports = new LinkedHashMap<>();

    private LaunchedSuite(Path home, Path desk) {
        this.home = home;
        this.desk = desk;
    }

    /**
     * @param folder an empty one, for all that it needs
     */
    static LaunchedSuite start(Path folder) throws Exception {
        var suite =
                new LaunchedSuite(
                        Files.createDirectory(folder.resolve("home")),
                        Files.createDirectory(folder.resolve("desk")));
        for (String service : new String[] {"RUBRIC", "EVIDENCE", "NOTIFICATION"}) {
            suite.ports.put("KONGDEE_" + service + "_PORT", free());
            suite.ports.put("KONGDEE_" + service + "_MANAGEMENT_PORT", free());
        }
        for (String part : new String[] {"STACK", "INBOX", "POSTGRES"}) {
            suite.ports.put("KONGDEE_" + part + "_PORT", free());
        }
        // Commands find the clone's files where they are run, and write none into it.
        try (Stream<Path> files = Files.list(ROOT)) {
            for (Path file : files.toList()) {
                Path unused =
                        Files.createSymbolicLink(suite.desk.resolve(file.getFileName()), file);
            }
        }
        // What this build has packaged is what ./suite up finds built.
        String installed =
                suite.bash(
                        """
                        root=$PWD home=$KONGDEE_HOME
                        source launcher/build.sh
                        install_apps
                        fingerprint >"$home/app/fingerprint"
                        """);
        assertThat(installed).isEmpty();
        assertThat(suite.bash("./suite up --detach")).contains("Stop with");
        return suite;
    }

    private static String free() throws IOException {
        return Integer.toString(PostgresPort.free());
    }

    /** Does what a page says, and compares what is printed with what it shows. */
    void follow(Page page) throws Exception {
        // Variables live on from command to command, as in a newcomer's shell.
        Path variables = home.resolve("variables");
        for (Page.Step step : page.steps()) {
            switch (step) {
                case Page.File(String name, String content) -> {
                    Path file = desk.resolve(name);
                    Path folder = Files.createDirectories(file.getParent());
                    assertThat(folder.toRealPath()).startsWith(desk.toRealPath());
                    Path unused = Files.writeString(file, here(content));
                }
                case Page.Command command -> {
                    String printed =
                            bash(
                                    """
                                    [ -e "%1$s" ] && . "%1$s"
                                    %2$s
                                    declare -p TOKEN COLLEAGUE ORGANISER OFFICER ID CURSOR 2>/dev/null >"%1$s" || true
                                    """
                                            .formatted(variables, here(command.command())));
                    assertThat(command.shows(there(printed)))
                            .as(
                                    "%s prints%n%s%nand the page shows%n%s",
                                    command.command(), printed, command.output())
                            .isTrue();
                }
            }
        }
        Files.deleteIfExists(variables);
    }

    /** Where a service listens. */
    String url(String service) {
        return "http://localhost:" + ports.get("KONGDEE_" + service + "_PORT");
    }

    /** A token for a person, by the options of {@code ./suite token}. */
    String token(String options) throws Exception {
        return bash("./suite token " + options).strip();
    }

    /** The pages' ports are the defaults. */
    private String here(String text) {
        String changed = text;
        for (var service : SERVICES.entrySet()) {
            String port = ports.get("KONGDEE_" + service.getKey() + "_PORT");
            changed = changed.replace("localhost:" + service.getValue(), "localhost:" + port);
        }
        return changed;
    }

    private String there(String printed) {
        String changed = printed;
        for (var service : SERVICES.entrySet()) {
            String port = ports.get("KONGDEE_" + service.getKey() + "_PORT");
            changed = changed.replace("localhost:" + port, "localhost:" + service.getValue());
        }
        return changed;
    }

    /** What a script prints; it must succeed. */
    String bash(String script) throws Exception {
        Path out = Files.createTempFile(home, "out", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", "set -e\n" + script)
                        .directory(desk.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile());
        builder.environment().put("KONGDEE_HOME", home.toString());
        builder.environment().put("KONGDEE_START_UP_CACHES", "false");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(ports);
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES_A_COMMAND, TimeUnit.MINUTES);
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroy);
        }
        assertThat(ended).as("%s did not end; it printed%n%s", script, printed).isTrue();
        assertThat(process.exitValue()).as("%s printed%n%s", script, printed).isZero();
        return printed;
    }

    @Override
    public void close() throws Exception {
        String unused = bash("./suite down");
        // The folder goes, and nothing that it points to.
        try (Stream<Path> files = Files.list(desk)) {
            for (Path file : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(file);
            }
        }
    }
}
