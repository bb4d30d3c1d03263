package org.kongdee.stack.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the services running: one that ended by itself is started again, and both are told. */
final class Watch {

    private static final long LOOK_MILLIS = 1000;

    private final SuiteSettings settings;
    private final PrintStream out;
    private final List<Watched> watched = new ArrayList<>();
    private boolean stopping;

    Watch(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** A service, how it is started, and what has become of it. */
    private static final class Watched {
        final Map<String, String> environment;
        final RestartPause pause = new RestartPause();
        ServiceProcess process;
        long startedAt = System.nanoTime();
        long startAgainAt;
        boolean ended;
        boolean announced = true;

        Watched(ServiceProcess process, Map<String, String> environment) {
            this.process = process;
            this.environment = environment;
        }
    }

    synchronized void start(Service service, Map<String, String> environment) throws IOException {
        watched.add(new Watched(ServiceProcess.start(service, settings, environment), environment));
    }

    synchronized List<ServiceProcess> services() {
        return watched.stream().map(each -> each.process).toList();
    }

    /** Stays until the process is told to stop. */
    void stay() throws IOException, InterruptedException {
        while (true) {
            Thread.sleep(LOOK_MILLIS);
            look();
        }
    }

    private synchronized void look() throws IOException, InterruptedException {
        if (stopping) {
            return;
        }
        for (Watched each : watched) {
            if (each.ended) {
                if (System.nanoTime() - each.startAgainAt >= 0) {
                    startAgain(each);
                }
            } else if (!each.process.isAlive()) {
                hasEnded(each);
            } else if (!each.announced
                    && ServiceProcess.isReady(settings, each.process.service())) {
                each.announced = true;
                out.printf("%s is ready again%n", each.process.service().artifact());
            }
        }
    }

    private void hasEnded(Watched each) {
        Duration pause = each.pause.after(Duration.ofNanos(System.nanoTime() - each.startedAt));
        each.ended = true;
        each.startAgainAt = System.nanoTime() + pause.toNanos();
        out.printf(
                "%s ended with code %d; see %s. Starting it again in %d s%n",
                each.process.service().artifact(),
                each.process.exitCode(),
                settings.log(each.process.service().artifact()),
                pause.toSeconds());
    }

    private void startAgain(Watched each) throws IOException {
        each.process = ServiceProcess.start(each.process.service(), settings, each.environment);
        each.startedAt = System.nanoTime();
        each.ended = false;
        each.announced = false;
    }

    /** Callers first, what they call after them. Nothing is started from now on. */
    synchronized void stop() throws IOException, InterruptedException {
        stopping = true;
        for (Watched each : watched.reversed()) {
            each.process.stop();
        }
    }
}
