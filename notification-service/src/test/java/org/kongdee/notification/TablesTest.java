package org.kongdee.notification;

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
                    "recipient", List.of("recipient"),
                    "policy", List.of("policy", "holiday_calendar", "holiday"),
                    "deadline", List.of("deadline", "task_history", "rubric_outbox"),
                    "silence", List.of("silence"),
                    "milestone", List.of("mirror", "mirror_cursor", "rubric_feed"),
                    "standing", List.of("standing"),
                    "notice", List.of("rubric_notice"),
                    "message", List.of("message", "attempt"),
                    "reminder", List.of("pass", "reminder"),
                    "calendar", List.of("calendar_token"));

    @Test
    void sqlNamesTablesOnlyInTheirOwnersRoomOrAboveIt() throws IOException {
        assertThat(
                        TableCheck.faults(
                                Path.of("src/main/java/org/kongdee/notification"),
                                Path.of("src/main/resources/db/migration"),
                                TABLES,
                                Set.of()))
                .isEmpty();
    }
}
