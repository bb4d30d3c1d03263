package org.kongdee.stack.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kongdee.stack.files.PrivateFiles;

/**
 * {@code suite up}: starts everything in order, says where it is, and stays until it is stopped.
 */
final class Up {

    private final SuiteSettings settings;
    private final PrintStream out;
    private final Progress progress;
    private final Watch services;

    Up(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.services = new Watch(settings, out);
        this.progress =
                new Progress(out, System.console() != null && System.console().isTerminal());
    }

    int run(Options options) throws Exception {
        options.refuseWords();
        Files.createDirectories(settings.home().resolve("log"));
        PrivateFiles.folder(settings.run());
        try (FileChannel lock =
                FileChannel.open(
                        settings.run("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                out.println("The suite is already running.");
                return new Status(settings, out).run();
            }
            if (Down.stopOrphans(settings)) {
                out.println("  Stopped services that a killed suite had left running.");
            }
            List<Service> installed = Status.installed(settings);
            Ports.check(Ports.wantedBy(settings, installed));
            return startAndStay(installed);
        }
    }

    private int startAndStay(List<Service> installed) throws Exception {
        LocalStack stack = new LocalStack(settings);
        Thread stop = new Thread(() -> stop(stack), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        ProcessRecord.of(ProcessHandle.current()).write(settings.run("suite"));
        progress.step("PostgreSQL", stack::startPostgres);
        progress.step("sign-in", stack::startSignIn);
        progress.step("mail", stack::startInbox);
        for (Service service : installed) {
            Map<String, String> environment = stack.environment(service);
            writeForDevelopers(service, environment);
            services.start(service, environment);
        }
        for (ServiceProcess service : services.services()) {
            progress.step(
                    service.service().artifact(),
                    () -> {
                        service.awaitReady();
                        return settings.url(service.service());
                    });
        }
        new FirstData(settings, progress, out).put(installed);
        keepStartUpCaches();
        new Welcome(settings, out).print(installed);
        Files.writeString(settings.run("ready"), "");
        services.stay();
        return 0;
    }

    private void keepStartUpCaches() throws Exception {
        List<ServiceProcess> recording =
                services.services().stream().filter(ServiceProcess::isRecording).toList();
        if (recording.isEmpty()) {
            return;
        }
        progress.step(
                "start-up caches",
                () -> {
                    int written = 0;
                    for (ServiceProcess service : recording) {
                        written += service.keepStartUpCache() ? 1 : 0;
                    }
                    return "%d of %d written".formatted(written, recording.size());
                });
    }

    /**
     * So that a service can be run from an editor beside the others: {@code set -a; .
     * .local/env/rubric-service.env}.
     */
    private void writeForDevelopers(Service service, Map<String, String> environment)
            throws IOException {
        Path folder = PrivateFiles.folder(settings.home().resolve("env"));
        String lines =
                environment.entrySet().stream()
                        .map(
                                entry ->
                                        entry.getKey()
                                                + "='"
                                                + entry.getValue().replace("'", "'\\''")
                                                + "'\n")
                        .collect(Collectors.joining());
        PrivateFiles.write(folder.resolve(service.artifact() + ".env"), lines);
    }

    /** The services first, PostgreSQL last. */
    private void stop(LocalStack stack) {
        try {
            out.println();
            out.println("Stopping …");
            services.stop();
            stack.close();
            Files.deleteIfExists(settings.run("ready"));
            Files.deleteIfExists(settings.run("suite"));
            out.println("Stopped.");
        } catch (IOException e) {
            out.println(
                    "Could not stop everything: "
                            + e.getMessage()
                            + "; ./suite down stops what is left");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
