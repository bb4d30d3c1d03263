package org.kongdee.stack.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.kongdee.stack.postgres.PostgresCluster;

/** {@code suite down}: stops the suite, or what is left of one that was killed. */
final class Down {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SuiteSettings settings;
    private final PrintStream out;

    Down(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    int run() throws IOException, InterruptedException {
        Optional<ProcessHandle> suite = ProcessRecord.alive(settings.run("suite"));
        if (suite.isPresent()) {
            out.println("Stopping the suite (pid " + suite.get().pid() + ") …");
            boolean orderly = ProcessRecord.stop(suite.get(), PATIENCE);
            out.println(
                    orderly
                            ? "The suite has stopped."
                            : "The suite did not stop in time and was ended.");
        }
        boolean remains = stopOrphans(settings);
        remains |=
                PostgresCluster.stopSurvivor(
                        settings.home().resolve("postgres"), settings.home().resolve("app"));
        if (remains) {
            out.println("Stopped what an earlier suite had left running.");
        } else if (suite.isEmpty()) {
            out.println("The suite is not running.");
        }
        return 0;
    }

    static boolean stopOrphans(SuiteSettings settings) throws IOException, InterruptedException {
        boolean found = false;

        for (Service service : Arrays.asList(Service.values()).reversed()) {
            found |= ServiceProcess.stopOrphan(service, settings);
        }
        return found;
    }
}
