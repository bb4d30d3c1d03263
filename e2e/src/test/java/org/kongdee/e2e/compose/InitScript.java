package org.kongdee.e2e.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code docker/postgres/init.sql}, run as psql runs what it uses of psql's own language. */
final class InitScript {

    private static final Pattern GETENV = Pattern.compile("(?m)^\\\\getenv (\\w+) (\\w+)$");
    private static final Pattern VARIABLE = Pattern.compile(":'(\\w+)'");

    private InitScript() {}

    static void run(Connection connection, Map<String, String> environment)
            throws IOException, SQLException {
        String script =
                Files.readString(ComposeFile.FOLDER.resolve("postgres/init.sql"))
                        .replaceAll("(?m)^--.*$", "");
        Map<String, String> variables =
                GETENV.matcher(script)
                        .results()
                        .collect(
                                Collectors.toMap(
                                        found -> found.group(1),
                                        found -> environment.get(found.group(2))));
        String sql =
                VARIABLE.matcher(GETENV.matcher(script).replaceAll(""))
                        .replaceAll(found -> literal(found, variables));
        try (Statement statement = connection.createStatement()) {
            for (String each : sql.split(";", -1)) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }

    private static String literal(MatchResult found, Map<String, String> variables) {
        return Matcher.quoteReplacement(
                "'" + variables.get(found.group(1)).replace("'", "''") + "'");
    }
}
