package org.kongdee.notification.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.text.LocalizedText;

/**
 * Where a unit stands on a day.
 *
 * @param title of the unit, as rubric-service tells it; its key in both languages if it does not
 * @param date the day, where the unit is (ISO, Gregorian)
 * @param sections in the order of the unit; what several owe counts for each of them
 * @param total of the unit, which is no sum of its sections
 */
@Schema(
        examples =
                """
                {"unit": "SLK", "title": {"en": "Office of the Secretary", "th": "สำนักงานเลขานุการกรม"}, "date": "2022-01-17",
                 "sections": [{"section": "LEGAL", "title": {"en": "Legal affairs", "th": "ส่วนนิติการ"},
                   "numbers": {"overdue": 4, "dueSoon": 2, "undated": 6, "waiting": 1, "cycles": [{"cycle": "division-contest-2565",
                     "waiting": 1, "backed": 1.5, "claimed": 2, "possible": 20}]}}],
                 "total": {"overdue": 18, "dueSoon": 9, "undated": 23, "waiting": 3, "cycles": [{"cycle": "division-contest-2565",
                   "waiting": 3, "backed": 14, "claimed": 18, "possible": 120}]}}""")
public record Board(
        String unit,
        LocalizedText title,
        LocalDate date,
        List<SectionRow> sections,
        Numbers total) {

    /**
     * One section.
     *
     * @param numbers of what it owes, alone or with others
     */
    @Schema(
            name = "BoardSection",
            examples =
                    """
                    {"section": "LEGAL", "title": {"en": "Legal affairs", "th": "ส่วนนิติการ"},
                     "numbers": {"overdue": 4, "dueSoon": 2, "undated": 6, "waiting": 1, "cycles": []}}""")
    public record SectionRow(String section, LocalizedText title, Numbers numbers) {}

    /**
     * Numbers of a section, or of the unit.
     *
     * @param overdue how much is open and was due before the day: milestones of open cycles, and
     *     tasks
     * @param dueSoon how much is open and due within the longest lead of the unit's policy
     * @param undated how many open tasks have no due date
     * @param waiting how many items of evidence wait for review, over all open cycles
     * @param cycles the open cycles in which the unit takes part, by key
     */
    @Schema(
            name = "BoardNumbers",
            examples =
                    """
                    {"overdue": 4, "dueSoon": 2, "undated": 6, "waiting": 1, "cycles": [{"cycle": "division-contest-2565",
                     "waiting": 1, "backed": 1.5, "claimed": 2, "possible": 20}]}""")
    public record Numbers(
            int overdue, int dueSoon, int undated, int waiting, List<CyclePoints> cycles) {}

    /**
     * Points in one cycle.
     *
     * @param waiting how many items of evidence wait for review
     * @param backed points that the accepted evidence supports
     * @param claimed points of the self-assessment
     * @param possible points that can be reached
     */
    @Schema(
            name = "BoardPoints",
            examples =
                    """
                    {"cycle": "division-contest-2565", "waiting": 1, "backed": 1.5, "claimed": 2, "possible": 20}""")
    public record CyclePoints(
            String cycle,
            int waiting,
            BigDecimal backed,
            BigDecimal claimed,
            BigDecimal possible) {}
}
