package org.kongdee.rubric.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

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
        @Nullable String stage,
        @Nullable String action,
        @Nullable String code,
        @Nullable String status,
        @Nullable LocalDate due,
        Instant at) {}
