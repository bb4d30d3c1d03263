package org.kongdee.rubric.milestone;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.milestone.MilestoneView.Status;

/**
 * What somebody said of a milestone, for ever.
 *
 * @param status how the milestone stood afterwards
 * @param due the last day, as it was afterwards
 * @param reason why
 * @param requestId of the request that said it
 */
public record MilestoneWord(
        Status status,
        LocalDate due,
        String reason,
        Instant at,
        String by,
        @Nullable String byName,
        String requestId) {}
