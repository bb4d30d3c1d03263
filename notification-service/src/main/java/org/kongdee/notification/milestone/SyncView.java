package org.kongdee.notification.milestone;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The mirror of rubric-service's milestones. */
@Schema(
        name = "Sync",
        examples =
                """
                {"cycles": [{"cycle": "division-contest-2565", "changed": 47, "syncedAt": "2022-01-06T17:00:00Z", "failure": null}],
                 "untold": 0}""")
record SyncView(
        List<CycleSync> cycles,
        @Schema(
                        description =
                                "Milestones called done here that rubric-service has not been told of yet")
                long untold) {

    /** One open cycle. */
    record CycleSync(
            String cycle, int changed, @Nullable Instant syncedAt, @Nullable String failure) {}
}
