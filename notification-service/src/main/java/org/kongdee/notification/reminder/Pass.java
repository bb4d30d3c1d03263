package org.kongdee.notification.reminder;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The pass of one date in one zone, and how far it has got.
 *
 * @param date the day that was planned (ISO, Gregorian)
 * @param timeZone the zone of the policies that it went by, such as Asia/Bangkok
 * @param state RUNNING until all is queued, then COMPLETED
 * @param total digests to queue
 * @param done digests queued so far
 * @param reminders lines in these digests
 * @param suppressed reminders that were deliberately not sent
 * @param completedAt when all was queued, in business time (RFC 3339); null while it runs
 */
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
        int total,
        int done,
        int reminders,
        int suppressed,
        Instant startedAt,
        @Nullable Instant completedAt,
        @JsonIgnore @Nullable LocalDate reachFrom) {}
