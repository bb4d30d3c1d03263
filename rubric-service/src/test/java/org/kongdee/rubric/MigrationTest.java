package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.test.StackResource;

/** What a machine can check of how the schema is written. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MigrationTest {

    @Inject Jdbi jdbi;

    @Test
    void everyScriptIsNamedByTimeAndSaysWhy() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(scripts)
                    .isNotEmpty()
                    .allSatisfy(
                            script -> {
                                assertThat(script.getFileName().toString())
                                        .matches("V\\d{12}__[a-z_]+\\.sql");
                                assertThat(Files.readString(script)).startsWith("-- ");
                            });
        }
    }

    @Test
    void everyConstraintAndIndexIsNamedByItsKind() {
        List<String> constraints =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select conname from pg_constraint c join pg_class t on t.oid = c.conrelid
                                                  join pg_namespace n on n.oid = t.relnamespace
                                                 where n.nspname = 'public' and t.relname <> 'flyway_schema_history' and contype <> 'n'
                                                """)
                                        .mapTo(String.class)
                                        .list());
        List<String> indexes =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(
                                                "select indexname from pg_indexes where schemaname = 'public' and tablename <> 'flyway_schema_history'")
                                        .mapTo(String.class)
                                        .list());

        assertThat(constraints).isNotEmpty().allMatch(name -> name.matches("(pk|fk|uq|ck)_.+"));
        assertThat(indexes).isNotEmpty().allMatch(name -> name.matches("(pk|uq|ix)_.+"));
    }

    @Test
    void everyTimeHasAZone() {
        List<String> without =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select table_name || '.' || column_name from information_schema.columns
                                                 where table_schema = 'public' and table_name <> 'flyway_schema_history'
                                                   and data_type = 'timestamp without time zone'
                                                """)
                                        .mapTo(String.class)
                                        .list());

        assertThat(without).isEmpty();
    }

    @Test
    void whatIsPublishedOrRecordedCannotBeChangedEvenBySql() {
        Contest contest = Contest.open();
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);

        assertThat(
                        refuses(
                                "update rubric_version set title_en = 'x' where rubric = '"
                                        + contest.rubric()
                                        + "'"))
                .isTrue();
        assertThat(refuses("delete from score_history where cycle = '" + contest.cycle() + "'"))
                .isTrue();
        assertThat(
                        refuses(
                                "update score_history set note = 'x' where cycle = '"
                                        + contest.cycle()
                                        + "'"))
                .isTrue();
    }

    private boolean refuses(String sql) {
        try {
            jdbi.useHandle(handle -> handle.execute(sql));
            return false;
        } catch (org.jdbi.v3.core.statement.UnableToExecuteStatementException e) {
            return e.getCause() instanceof java.sql.SQLException refused
                    && refused.getSQLState().equals("23001");
        }
    }
}
