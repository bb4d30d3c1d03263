package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kongdee.test.TableCheck;

/** Which room owns which table. */
class TablesTest {

    private static final Map<String, List<String>> TABLES =
            Map.of(
                    "plan",
                    List.of("unit_plan", "plan_entry", "plan_history"),
                    "feed",
                    List.of("feed_epoch"),
                    "notice",
                    List.of("notice"),
                    "rubric",
                    List.of("rubric_version"),
                    "unit",
                    List.of("unit"),
                    "cycle",
                    List.of("cycle"),
                    "assessment",
                    List.of("assessment", "stage_total"),
                    "milestone",
                    List.of("milestone", "milestone_history"),
                    "evidence",
                    List.of(
                            "evidence_outbox",
                            "evidence_feed",
                            "evidence_due",
                            "evidence_closed",
                            "unit_evidence"),
                    "score",
                    List.of("score", "score_history"));

    /**
     * A score is put in one statement, which is guarded by the head of the assessment. Who tells
     * only that something changed needs none of the code that changes it.
     */
    private static final Set<String> ALLOWED =
            Set.of(
                    "score writes assessment",
                    "score writes stage_total",
                    "standing reads score_history",
                    "change reads milestone",
                    "change reads notice",
                    "change reads score_history",
                    "change reads unit_evidence",
                    "change reads unit_plan");

    @Test
    void sqlNamesTablesOnlyInTheirOwnersRoomOrAboveIt() throws IOException {
        assertThat(
                        TableCheck.faults(
                                Path.of("src/main/java/org/kongdee/rubric"),
                                Path.of("src/main/resources/db/migration"),
                                TABLES,
                                ALLOWED))
                .isEmpty();
    }
}
