package org.kongdee.rubric.event;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param criterion absent where the evidence of the unit as a whole changed
 * @param stage of a score
 * @param action of a score: SCORED, DELETED or CONFIRMED
 * @param code of a milestone
 * @param status of a milestone
 * @param due of a milestone
 * @param at when it changed, in business time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        examples =
                """
                {"unit":"SLK","criterion":"1.1.2","stage":"SELF","action":"SCORED","at":"2022-01-07T01:00:00Z"}
                """)
public record CycleEvent(
        String unit,
        @Nullable String criterion,
        @Schema(implementation = String.class) @Nullable Stage stage,
        @Schema(implementation = String.class) @Nullable Action action,
        @Nullable String code,
        @Schema(implementation = String.class) @Nullable Status status,
        @Nullable LocalDate due,
        Instant at) {}
