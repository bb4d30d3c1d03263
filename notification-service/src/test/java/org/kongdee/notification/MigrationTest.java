package org.kongdee.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kongdee.test.SchemaCheck;

/** What a machine can check of how the schema is written. */
@QuarkusTest
@LocalStack
class MigrationTest {

    @Inject DataSource database;

    @Test
    void theSchemaIsWrittenByTheRules() throws Exception {
        assertThat(SchemaCheck.faults(database, Path.of("src/main/resources/db/migration")))
                .isEmpty();
    }
}
