package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.test.SchemaCheck;
import org.kongdee.stack.test.StackResource;

/** What a machine can check of how the schema is written. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MigrationTest {

    @Inject Jdbi jdbi;
    @Inject DataSource database;

    @Test
    void theSchemaIsWrittenByTheRules() throws Exception {
        assertThat(SchemaCheck.faults(database, Path.of("src/main/resources/db/migration")))
                .isEmpty();
        assertThat(
                        SchemaCheck.faults(
                                database,
                                Path.of("../web-support/src/main/resources/db/web-support")))
                .isEmpty();
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
            return e.getCause() instanceof SQLException refused
                    && refused.getSQLState().equals("23001");
        }
    }
}
