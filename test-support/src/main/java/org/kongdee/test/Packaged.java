package org.kongdee.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.postgres.PostgresPort;

/** A built service in a process of its own, as it runs in production. */
public final class Packaged implements AutoCloseable {

    /** Where the build puts a service, seen from its module. */
    public static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private static final int SECONDS_TO_START = 90;
    private static final String PORT = "quarkus.http.port";
    private static final String MANAGEMENT_PORT = "quarkus.management.port";

    private final Process process;
    private final int port;
    private final int management;

    private Packaged(Process process, int port, int management) {
        this.process = process;
        this.port = port;
        this.management = management;
    }

    /**
     * How a service is started.
     *
     * @param heap the JVM's largest heap, such as {@code 256m}
     * @param settings as system properties; ports that are not among them are free ones
     * @param environment its whole environment; null is that of this process
     * @param folder the one it works in
     * @param log takes what it prints
     */
    public record Start(
            Path jar,
            String heap,
            Map<String, String> settings,
            @Nullable Map<String, String> environment,
            Path folder,
            Path log) {}

    /**
     * Starts a service on free ports and waits until it is ready.
     *
     * @throws IllegalStateException if it ends, or is not ready in time
     * @see Start
     */
    public static Packaged start(Path jar, String heap, Map<String, String> settings, Path log)
            throws Exception {
        return start(new Start(jar, heap, settings, null, Path.of(""), log));
    }

    /**
     * Starts a service and waits until it is ready.
     *
     * @throws IllegalStateException if it ends, or is not ready in time
     */
    public static Packaged start(Start start) throws Exception {
        int port = port(start, PORT);
        int management = port(start, MANAGEMENT_PORT);
        var service = new Packaged(launch(start, port, management), port, management);
        service.awaitReady(start.log);
        return service;
    }

    /** Runs a service that ends by itself, as a job does; its exit code. */
    public static int run(Start start) throws Exception {
        return launch(start, port(start, PORT), port(start, MANAGEMENT_PORT)).waitFor();
    }

    private static Process launch(Start start, int port, int management) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx" + start.heap));
        start.settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-D" + PORT + "=" + port);
        command.add("-D" + MANAGEMENT_PORT + "=" + management);
        command.addAll(List.of("-jar", start.jar.toAbsolutePath().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(start.folder.toAbsolutePath().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        start.log.toAbsolutePath().toFile()));
        if (start.environment != null) {
            builder.environment().clear();
            builder.environment().putAll(start.environment);
        }
        return builder.start();
    }

    private static int port(Start start, String setting) {
        String given = start.settings.get(setting);
        return given == null ? PostgresPort.free() : Integer.parseInt(given);
    }

    private void awaitReady(Path log) throws Exception {
        var ready = HttpRequest.newBuilder(managementUri("/q/health/ready")).build();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // not listening yet
                }
                Thread.sleep(100);
            }
        }
        kill();
        throw new IllegalStateException("the service did not start; see " + log.toAbsolutePath());
    }

    /** A path of the API. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    /** A path of health and metrics. */
    public URI managementUri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(management, path));
    }

    /** As kill -9 does: no shutdown, nothing is flushed. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
