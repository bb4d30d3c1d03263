package org.kongdee.stack.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code suite status}: what runs, and whether it is ready. */
final class Status {

    static final int RUNNING = 0;
    static final int STOPPED = 3;

    private final SuiteSettings settings;
    private final PrintStream out;

    Status(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    int run() throws IOException, InterruptedException {
        Optional<ProcessHandle> suite = ProcessRecord.alive(settings.run("suite"));
        if (suite.isEmpty()) {
            out.println("The suite is not running. Start it with ./suite up");
        } else {
            out.println(
                    "The suite is running (pid "
                            + suite.get().pid()
                            + "), its data in "
                            + settings.home());
        }
        for (Service service : installed(settings)) {
            Optional<ProcessHandle> process = ProcessRecord.alive(settings.run(service.artifact()));
            String state =
                    process.isEmpty()
                            ? "stopped"
                            : ServiceProcess.isReady(settings, service) ? "ready" : "not ready";
            String pid = process.map(handle -> "pid " + handle.pid()).orElse("");
            if (suite.isPresent() || process.isPresent()) {
                out.printf(
                        "  %-22s %-10s %-26s %s%n",
                        service.artifact(), state, settings.url(service), pid);
            }
        }
        return exitCode();
    }

    int exitCode() throws IOException {
        return ProcessRecord.alive(settings.run("suite")).isPresent() ? RUNNING : STOPPED;
    }

    /** The services that have been built. */
    static List<Service> installed(SuiteSettings settings) {
        return Arrays.stream(Service.values())
                .filter(service -> Files.exists(settings.app(service).resolve("quarkus-run.jar")))
                .toList();
    }
}
