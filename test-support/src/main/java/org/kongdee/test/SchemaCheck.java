package org.kongdee.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** What a machine can check of how a service's schema is written; CONTRIBUTING.md has the rules. */
public final class SchemaCheck {

    private static final String SCRIPT = "(V\\d{12}|R|afterMigrate)__[a-z0-9_]+\\.sql";

    private static final String MISNAMED_CONSTRAINTS =
            """
            select t.relname || '.' || c.conname || ': a constraint is named pk_, fk_, uq_, ck_ or ex_'
              from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
             where n.nspname = 'public' and t.relname <> 'flyway_schema_history' and c.contype <> 'n'
               and c.conname !~ '^(pk|fk|uq|ck|ex)_'
            """;

    private static final String MISNAMED_INDEXES =
            """
            select tablename || '.' || indexname || ': an index is named ix_, pk_, uq_ or ex_'
              from pg_indexes
             where schemaname = 'public' and tablename <> 'flyway_schema_history' and indexname !~ '^(ix|pk|uq|ex)_'
            """;

    private static final String TIMES_WITHOUT_ZONE =
            """
            select table_name || '.' || column_name || ': a time is a timestamptz'
              from information_schema.columns
             where table_schema = 'public' and table_name <> 'flyway_schema_history'
               and data_type = 'timestamp without time zone'
            """;

    private SchemaCheck() {}

    /** Everything in the scripts' names and the migrated schema that breaks a rule. */
    public static List<String> faults(DataSource migrated, Path scripts)
            throws SQLException, IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.list(scripts)) {
            for (Path script : files.sorted().toList()) {
                if (!script.getFileName().toString().matches(SCRIPT)) {
                    faults.add(
                            script.getFileName()
                                    + ": a script is named V<yyyyMMddHHmm>__<verb>_<object>.sql, or R__… or afterMigrate__… if it runs anew");
                }
                if (!Files.readString(script).startsWith("-- ")) {
                    faults.add(script.getFileName() + ": the first lines say why");
                }
            }
        }
        try (Connection connection = migrated.getConnection();
                Statement statement = connection.createStatement()) {
            for (String query :
                    List.of(MISNAMED_CONSTRAINTS, MISNAMED_INDEXES, TIMES_WITHOUT_ZONE)) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        faults.add(rows.getString(1));
                    }
                }
            }
        }
        return faults;
    }
}
