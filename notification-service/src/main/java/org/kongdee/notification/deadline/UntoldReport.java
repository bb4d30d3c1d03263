package org.kongdee.notification.deadline;

import java.time.Instant;

/** What rubric-service has to be told about a milestone, with the milestone's place there. */
public record UntoldReport(
        String deadline,
        String cycle,
        String unit,
        String criterion,
        String code,
        boolean done,
        String reason,
        Instant saidAt) {}
