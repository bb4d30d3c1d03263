package org.kongdee.rubric.readiness;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * What to do next.
 *
 * @param factsAsOf when what is known of the evidence was last up to date; null if nothing is known
 * @param items the most points first, of equals the one that is due first
 */
public record NextSteps(@Nullable Instant factsAsOf, List<Step> items) {

    public NextSteps {
        items =
                items.stream()
                        .sorted(
                                Comparator.comparing(Step::points)
                                        .reversed()
                                        .thenComparing(
                                                Step::due,
                                                Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList();
    }

    /**
     * The next rung of a criterion, or of a part of it.
     *
     * @param label the number that people know it by; null if that is its code
     * @param part code of the part of a composite; null for any other scheme
     * @param rung the rung that would be reached; null where there are no rungs
     * @param points what it would add
     * @param needs what is missing for it
     * @param waiting whether evidence for it is there already and waits for review
     * @param due the next due date of the criterion that is not met; null if there is none
     * @param milestone the code of that due date; null if there is none
     * @param sections who answers for it; ALL stands for every section of the unit
     */
    public record Step(
            @Schema(examples = "1.1.5") String criterion,
            LocalizedText title,
            @Schema(examples = "๑.๑.๕") @Nullable String label,
            @Nullable String part,
            @Nullable Integer rung,
            @Schema(examples = "0.5") BigDecimal points,
            LocalizedText needs,
            boolean waiting,
            @Nullable LocalDate due,
            @Nullable String milestone,
            List<String> sections) {}
}
