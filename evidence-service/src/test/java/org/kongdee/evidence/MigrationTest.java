package org.kongdee.evidence;

import static org.assertj.core.api.Assertions.assertThat;

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
    }

    @Test
    void historyOnlyGrowsAndOnlyItsDetailCanBeEmptied() {
        for (String change :
                List.of(
                        "delete from item_history",
                        "update item_history set actor = 'x'",
                        "truncate item_history",
                        "create table mine (word text)")) {
            assertThat(Refusal.ofApplication(change)).isEqualTo(Refusal.INSUFFICIENT_PRIVILEGE);
        }
        assertThat(Refusal.ofApplication("update item_history set detail = '{}' where false"))
                .isEmpty();
    }
}
