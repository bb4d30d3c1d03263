package org.kongdee.rubric.event;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.milestone.MilestoneView.Status;
import org.kongdee.rubric.score.HistoryEntry.Action;

/**
 * Something changed; whoever shows it reads it anew.
 *
 * @param criterion code of the criterion; null where the evidence of the unit as a whole changed
 * @param stage of a score, else null
 * @param action what was done to a score, else null
 * @param code of a milestone, else null
 * @param status of a milestone, else null
 * @param due the last day of a milestone, else null
 * @param at when it changed, in business time
 */
@Schema(
        examples =
                """
                {"unit":"SLK","criterion":"1.1.2","stage":"SELF","action":"SCORED","code":null,"status":null,"due":null,"at":"2022-01-07T01:00:00Z"}
                """)
public record CycleEvent(
        String unit,
        @Nullable String criterion,
        @Nullable Stage stage,
        @Nullable Action action,
        @Nullable String code,
        @Nullable Status status,
        @Nullable LocalDate due,
        Instant at) {}
