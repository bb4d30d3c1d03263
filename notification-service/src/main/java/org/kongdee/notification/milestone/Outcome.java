package org.kongdee.notification.milestone;

import java.time.Instant;

/** What rubric-service has to be told about a milestone. */
record Outcome(
        String deadline,
        String cycle,
        String unit,
        String criterion,
        String code,
        boolean done,
        String reason,
        Instant saidAt) {}
