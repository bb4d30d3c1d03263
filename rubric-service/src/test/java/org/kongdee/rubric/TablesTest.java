package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.test.TableCheck;

/** Each table has one owning room, which alone writes it; rooms above may read it. */
class TablesTest {

    private static final Map<String, List<String>> OWNED =
            Map.of(
                    "catalog", List.of("rubric_version"),
                    "unit", List.of("unit"),
                    "cycle", List.of("cycle"),
                    "assessment", List.of("assessment", "stage_total"),
                    "score", List.of("score", "score_history"),
                    "milestone", List.of("milestone"),
                    "readiness", List.of("unit_evidence"),
                    "opening", List.of("evidence_outbox"),
                    "follow", List.of("evidence_feed"));

    /** A score's guarded write moves the assessment and its totals in one statement. */
    private static final Set<String> GUARDED_WRITE =
            Set.of("score writes assessment", "score writes stage_total");

    @Test
    void sqlNamesTablesInTheirRoomsOnly() throws IOException {
        assertThat(
                        TableCheck.faults(
                                Path.of("src/main/java/org/kongdee/rubric"),
                                Path.of("src/main/resources/db/migration"),
                                OWNED,
                                GUARDED_WRITE))
                .isEmpty();
    }
}
