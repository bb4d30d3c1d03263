package org.kongdee.notification.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What rubric-service has to be told about a milestone, with the milestone's place there. */
public record UntoldReport(
        String deadline,
        String cycle,
        String unit,
        String criterion,
        String code,
        @Nullable String section,
        boolean done,
        String reason,
        Who who,
        Instant saidAt) {}
