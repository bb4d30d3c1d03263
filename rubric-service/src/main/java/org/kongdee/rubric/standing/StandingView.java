package org.kongdee.rubric.standing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.text.LocalizedText;

/**
 * Where a unit stands.
 *
 * @param waiting how many items wait for review
 * @param unassigned how many of these no section answers for: filed for none, in a criterion that
 *     the plan gives to none
 * @param backed the points that the accepted evidence supports; where evidence never infers points,
 *     those that are claimed, as far as it backs them
 * @param claimed the points of the self-assessment
 * @param max the most points that can be reached with what applies
 * @param sections those of the unit, in its order
 * @param changedAt when its claims, its evidence or its plan last changed, in business time (RFC
 *     3339)
 */
@Schema(name = "Standing")
public record StandingView(
        @Schema(examples = "SLK") String unit,
        LocalizedText title,
        @Schema(examples = "3") int waiting,
        @Schema(examples = "1") int unassigned,
        @Schema(examples = "18") BigDecimal backed,
        @Schema(examples = "24.5") BigDecimal claimed,
        @Schema(examples = "120") BigDecimal max,
        List<SectionStanding> sections,
        Instant changedAt) {

    public StandingView {
        sections = List.copyOf(sections);
    }

    /**
     * Where a section stands: in the criteria that the unit's plan gives it. One of several owners
     * counts in full for each of them, so that sections need not add up to the unit.
     *
     * @param section its code
     * @param criteria how many criteria it owns
     * @param shared how many of these other sections own too
     * @param waiting how many items wait for review that were filed for it, or for no section in a
     *     criterion that it owns
     * @param backed the points of its criteria that the accepted evidence of the unit supports
     * @param claimed the points of its criteria in the self-assessment
     * @param max the most points of its criteria, of those that apply
     */
    public record SectionStanding(
            @Schema(examples = "LEGAL") String section,
            LocalizedText title,
            @Schema(examples = "6") int criteria,
            @Schema(examples = "2") int shared,
            @Schema(examples = "1") int waiting,
            @Schema(examples = "4") BigDecimal backed,
            @Schema(examples = "6.5") BigDecimal claimed,
            @Schema(examples = "15") BigDecimal max) {}
}
