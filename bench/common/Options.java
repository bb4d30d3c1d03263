package common;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long and how often a bench measures.
 *
 * @param warm seconds of load by each measure before the first one counts
 * @param seconds of each turn
 * @param rounds turns of the service and of pgbench, each
 * @param clients connections
 * @param only the measures wanted; empty for all
 */
public record Options(int warm, int seconds, int rounds, int clients, List<String> only) {

    private static final Map<String, String> DEFAULTS =
            Map.of("warm", "25", "seconds", "5", "rounds", "3", "clients", "8", "only", "");

    /** Reads {@code --name value} pairs; ends the program with what there is if it cannot. */
    public static Options parse(String[] arguments) {
        Map<String, String> given = new HashMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!DEFAULTS.containsKey(name) || i + 1 == arguments.length) {
                System.err.println("Options: --warm S, --seconds S, --rounds N, --clients N, --only NAME,NAME (as the head of its run file lists them)");
                System.exit(2);
            }
            given.put(name, arguments[i + 1]);
        }
        return new Options(
                Integer.parseInt(given.get("warm")),
                Integer.parseInt(given.get("seconds")),
                Integer.parseInt(given.get("rounds")),
                Integer.parseInt(given.get("clients")),
                given.get("only").isEmpty() ? List.of() : List.of(given.get("only").split(",")));
    }
}
