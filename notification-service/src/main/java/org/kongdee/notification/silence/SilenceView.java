package org.kongdee.notification.silence;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient is not told of.
 *
 * @param due the due date (ISO, Gregorian); null if it has none
 * @param notMine whether they said that it is somebody else's
 * @param snoozedUntil the day on which they are told again; null if they did not put it off
 * @param changedAt when they last said so (RFC 3339)
 */
@Schema(
        name = "Silence",
        examples =
                """
                {"deadline": "division-contest-2565:SLK:1.1.3:1", "due": "2022-03-15", "notMine": true, "snoozedUntil": null,
                 "changedAt": "2022-03-01T02:00:00Z"}""")
record SilenceView(
        String deadline,
        @Nullable LocalDate due,
        boolean notMine,
        @Nullable LocalDate snoozedUntil,
        Instant changedAt) {}
