package org.kongdee.rubric.milestone;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.milestone.MilestoneView.Status;

/**
 * A change of a milestone, for ever.
 *
 * @param status how the milestone stood afterwards
 * @param due the last day, as it was afterwards
 * @param reason why; null where the evidence, or a plan that needed no reason, changed it
 * @param requestId of the request that changed it
 */
public record MilestoneChange(
        Status status,
        LocalDate due,
        @Nullable String reason,
        Instant at,
        String by,
        @Nullable String byName,
        String requestId) {}
