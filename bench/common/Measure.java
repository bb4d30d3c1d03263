package common;

import java.nio.file.Path;
import java.util.Map;

/**
 * A kind of request, and the same work for PostgreSQL alone.
 *
 * @param name what the table calls it
 * @param requests makes them
 * @param answer how the body of each answer must begin
 * @param script for pgbench; its file name without {@code .sql} is what {@code --only} takes
 * @param variables of the script
 */
public record Measure(String name, Load.Requests requests, String answer, Path script, Map<String, String> variables) {

    String key() {
        return script.getFileName().toString().replaceFirst("\\.sql$", "");
    }
}
