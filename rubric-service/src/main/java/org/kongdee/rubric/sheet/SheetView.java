package org.kongdee.rubric.sheet;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.text.LocalizedText;

/**
 * All that is known of a unit in a cycle, criterion by criterion.
 *
 * @param sections those of the unit in this cycle
 * @param totals of all criteria
 * @param criteria in the order of the rubric
 */
@Schema(name = "Sheet")
public record SheetView(
        @Schema(examples = "division-contest-2565") String cycle,
        @Schema(examples = "SLK") String unit,
        LocalizedText title,
        List<Section> sections,
        Totals totals,
        List<SheetCriterion> criteria) {

    public SheetView {
        sections = List.copyOf(sections);
        criteria = List.copyOf(criteria);
    }

    /**
     * What it comes to.
     *
     * @param max the most points that can be reached with what applies
     * @param backed the points that the accepted evidence supports
     * @param claimed the points of the self-assessment
     * @param judged the points of the committee; null as long as they are not to be seen
     * @param accepted how many items count
     * @param waiting how many items wait for review
     */
    @Schema(name = "SheetTotals")
    public record Totals(
            @Schema(examples = "120") BigDecimal max,
            @Schema(examples = "18") BigDecimal backed,
            @Schema(examples = "24.5") BigDecimal claimed,
            @Nullable BigDecimal judged,
            @Schema(examples = "31") int accepted,
            @Schema(examples = "3") int waiting) {}
}
