package org.kongdee.stack.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kongdee.stack.files.Logs;

/**
 * A running service: started from its jar, ready when it says so, stopped with time to finish its
 * requests.
 */
final class ServiceProcess {

    private static final Duration START = Duration.ofMinutes(3);

    /** Three of these, and PostgreSQL, fit into the patience of {@link Down}. */
    private static final Duration STOP = Duration.ofSeconds(30);

    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final long POLL_MILLIS = 150;
    private static final int LOG_LINES_SHOWN = 25;

    private final Service service;
    private final SuiteSettings settings;
    private final Process process;
    private final StartUpCache cache;

    private ServiceProcess(
            Service service, SuiteSettings settings, Process process, StartUpCache cache) {
        this.service = service;
        this.settings = settings;
        this.process = process;
        this.cache = cache;
    }

    static ServiceProcess start(
            Service service, SuiteSettings settings, Map<String, String> environment)
            throws IOException {
        Path app = settings.app(service);
        Path log = settings.log(service.artifact());
        Files.createDirectories(settings.home().resolve(service.artifact()));
        Logs.rotate(log);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.javaOptions(service));
        StartUpCache cache = StartUpCache.of(app, settings.recordsStartUp());
        command.addAll(cache.javaOptions());
        command.add("-jar");
        command.add(app.resolve("quarkus-run.jar").toString());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(settings.home().resolve(service.artifact()).toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // The secrets of the other services are none of its business.
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(KONGDEE|QUARKUS_MAILER)_.*(PASSWORD|SECRET)"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        ProcessRecord.of(process.toHandle()).write(settings.run(service.artifact()));
        return new ServiceProcess(service, settings, process, cache);
    }

    Service service() {
        return service;
    }

    /**
     * @throws SuiteException with the end of its log, if it ends or does not become ready in time
     */
    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!isReady(settings, service)) {
            if (!process.isAlive()) {
                throw new SuiteException(
                        service.artifact()
                                + " ended with code "
                                + process.exitValue()
                                + "; its last lines:\n"
                                + lastLines());
            }
            if (System.nanoTime() > deadline) {
                throw new SuiteException(
                        service.artifact()
                                + " is not ready after "
                                + START.toMinutes()
                                + " minutes; its last lines:\n"
                                + lastLines());
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Whether this is the first run of its build, which learns how to start more quickly. */
    boolean isRecording() {
        return cache.isRecording();
    }

    /** Keeps what the JVM has learnt so far; false if it could not be written. */
    boolean keepStartUpCache() throws IOException, InterruptedException {
        return cache.keep(process.pid());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    void stop() throws InterruptedException, IOException {
        ProcessRecord.stop(process.toHandle(), STOP);
        Files.deleteIfExists(settings.run(service.artifact()));
    }

    /** Stops a service that a suite which was killed left behind. */
    static boolean stopOrphan(Service service, SuiteSettings settings)
            throws IOException, InterruptedException {
        Optional<ProcessHandle> orphan = ProcessRecord.alive(settings.run(service.artifact()));
        if (orphan.isPresent()) {
            ProcessRecord.stop(orphan.get(), STOP);
            Files.deleteIfExists(settings.run(service.artifact()));
        }
        return orphan.isPresent();
    }

    static boolean isReady(SuiteSettings settings, Service service) throws InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PROBE).build()) {
            URI health =
                    URI.create(
                            "http://127.0.0.1:"
                                    + settings.managementPort(service)
                                    + "/q/health/ready");
            HttpRequest request = HttpRequest.newBuilder(health).timeout(PROBE).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String lastLines() throws IOException {
        return String.join("\n", Logs.tail(settings.log(service.artifact()), LOG_LINES_SHOWN));
    }
}
