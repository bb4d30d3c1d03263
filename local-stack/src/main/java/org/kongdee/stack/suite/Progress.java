package org.kongdee.stack.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/** One line for each step: what it is, that it is under way, how it ended and how long it took. */
final class Progress {

    private static final double MILLIS = 1000.0;

    private final PrintStream out;
    private final boolean terminal;

    /**
     * @param terminal whether a person watches, so that a step is shown while it runs
     */
    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Runs a step; its result is printed as where the started part is. */
    void step(String name, Callable<String> step) throws Exception {
        if (terminal) {
            out.printf("  %-22s …", name);
            out.flush();
        }
        long start = System.nanoTime();
        try {
            String result = step.call();
            String seconds =
                    String.format(
                            Locale.ROOT,
                            "%.1f s",
                            Duration.ofNanos(System.nanoTime() - start).toMillis() / MILLIS);
            out.printf("%s  %-22s %-42s %8s%n", terminal ? "\r" : "", name, result, seconds);
        } catch (Exception e) {
            out.printf("%s  %-22s failed%n", terminal ? "\r" : "", name);
            throw e;
        }
    }
}
