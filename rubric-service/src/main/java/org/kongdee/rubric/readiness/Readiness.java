package org.kongdee.rubric.readiness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How ready a unit is.
 *
 * @param asOf the last day of evidence that was asked for; null for today, in the cycle's time zone
 * @param factsAsOf when what is known of the evidence was last up to date; null if nothing is known
 * @param criteria in the order of the rubric
 */
public record Readiness(
        @Schema(examples = "division-contest-2565") String cycle,
        @Schema(examples = "SLK") String unit,
        @Nullable LocalDate asOf,
        @Nullable Instant factsAsOf,
        List<CriterionReadiness> criteria) {

    public Readiness {
        criteria = List.copyOf(criteria);
    }
}
