package org.kongdee.notification.milestone;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is mirrored of rubric-service.
 *
 * @param cycles the open cycles, by key
 * @param untold milestones called done or open again here that rubric-service has not been told of
 *     yet
 */
@Schema(
        name = "Sync",
        examples =
                """
                {"cycles": [{"cycle": "division-contest-2565", "changed": 103, "milestones": 101, "standings": 1, "notices": 1,
                  "syncedAt": "2022-01-06T17:00:00Z", "failure": null}],
                 "untold": 0}""")
record SyncView(List<CycleSync> cycles, long untold) {

    /**
     * One open cycle.
     *
     * @param cycle its key, such as division-contest-2565
     * @param changed how many milestones, standings and notices this sync brought; 0 where nothing
     *     was fetched
     * @param milestones how many milestones are mirrored, in any status; of one that each section
     *     owes by itself, every section's counts
     * @param standings of how many units it is known where they stand
     * @param notices how many pieces of rejected evidence are known, also of those where nothing is
     *     to do any more
     * @param syncedAt when it was last up to date (RFC 3339); null if it never was
     * @param failure why the last sync failed; null if it worked
     */
    record CycleSync(
            String cycle,
            int changed,
            long milestones,
            long standings,
            long notices,
            @Nullable Instant syncedAt,
            @Nullable String failure) {}
}
