package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.rubric.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kongdee.test.Refusal;
import org.kongdee.test.SchemaCheck;
import org.kongdee.test.StackResource;

/** What a machine can check of how the schema is written. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MigrationTest {

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
        as("officer", contest.unit())
                .header("If-Match", "*")
                .body("{\"status\":\"DONE\",\"reason\":\"x\"}")
                .patch(contest.assessment() + "/milestones/2.1/D1")
                .then()
                .statusCode(200);
        String publishedChange =
                "update rubric_version set title_en = 'x' where rubric = '%s'"
                        .formatted(contest.rubric());
        List<String> historyChanges =
                List.of(
                        "delete from score_history where cycle = '%s'".formatted(contest.cycle()),
                        "update score_history set note = 'x' where cycle = '%s'"
                                .formatted(contest.cycle()),
                        "update milestone_history set reason = 'x' where cycle = '%s'"
                                .formatted(contest.cycle()));

        assertThat(Refusal.ofApplication(publishedChange)).isEqualTo(Refusal.RESTRICT_VIOLATION);
        assertThat(Refusal.ofOwner(publishedChange)).isEqualTo(Refusal.RESTRICT_VIOLATION);
        for (String change : historyChanges) {
            assertThat(Refusal.ofApplication(change)).isEqualTo(Refusal.INSUFFICIENT_PRIVILEGE);
            assertThat(Refusal.ofOwner(change)).isEqualTo(Refusal.RESTRICT_VIOLATION);
        }
    }

    @Test
    void theApplicationChangesNoSchema() {
        for (String change :
                List.of(
                        "truncate score_history",
                        "truncate idempotency_key",
                        "drop table idempotency_key",
                        "create table mine (word text)",
                        "select * from flyway_schema_history")) {
            assertThat(Refusal.ofApplication(change)).isEqualTo(Refusal.INSUFFICIENT_PRIVILEGE);
        }
    }
}
