package org.kongdee.notification.reminder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The pass of one date in one zone, and how far it has got. */
@Schema(
        name = "Pass",
        examples =
                """
                {"date": "2022-01-07", "timeZone": "Asia/Bangkok", "state": "COMPLETED", "total": 20, "done": 20,
                 "reminders": 92, "suppressed": 0, "startedAt": "2022-01-06T17:00:04Z", "completedAt": "2022-01-06T17:00:05Z"}""")
record Pass(
        LocalDate date,
        String timeZone,
        @Schema(enumeration = {"RUNNING", "COMPLETED"}) String state,
        @Schema(description = "Digests to queue") int total,
        @Schema(description = "Digests queued so far") int done,
        int reminders,
        int suppressed,
        Instant startedAt,
        @Nullable Instant completedAt,
        @JsonIgnore @Nullable LocalDate reachFrom) {}
