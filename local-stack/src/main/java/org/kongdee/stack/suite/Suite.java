package org.kongdee.stack.suite;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.kongdee.stack.postgres.PostgresException;
import org.kongdee.stack.rest.RestException;

/** The commands of the launcher that need more than a shell. */
public final class Suite {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Suite() {}

    public static void main(String[] arguments) throws Exception {
        // Thai is printed as it is, whatever the locale of the terminal claims.
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(new SuiteSettings(System.getenv()), List.of(arguments), out, err));
    }

    static int run(SuiteSettings settings, List<String> arguments, PrintStream out, PrintStream err)
            throws Exception {
        List<String> rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        try {
            return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "up" -> new Up(settings, out).run(Options.parse(rest));
                case "down" -> new Down(settings, out).run();
                case "status" -> new Status(settings, out).run();
                case "running" -> new Status(settings, out).exitCode();
                case "token" ->
                        new TokenCommand(settings, out)
                                .run(
                                        Options.parse(
                                                rest, "role", "unit", "subject", "name", "hours"));
                case "demo" -> new DemoCommand(settings, out).run(Options.parse(rest, "lang"));
                case "inbox" -> new InboxCommand(settings, out).run(Options.parse(rest));
                default -> {
                    err.println("there is no command " + Arrays.toString(arguments.toArray()));
                    yield MISUSED;
                }
            };
        } catch (Options.Misuse | IllegalArgumentException e) {
            err.println(e.getMessage());
            return MISUSED;
        } catch (SuiteException | PostgresException | RestException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }
}
