package org.kongdee.rubric.milestone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.PlanMilestone.Each;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.etag.Tagged;
import org.kongdee.web.text.LocalizedText;

/**
 * Something a unit, or one of its sections, must have done by a day.
 *
 * @param id {@code cycle:unit:criterion:code}, followed by {@code :section} where each section owes
 *     it by itself; for ever
 * @param code unique in the criterion; D1, D2 … are deadlines of the rubric, all others stand in
 *     the unit's plan
 * @param round which time it is, counted from 1, of something to be done several times; else null
 * @param due the last day, in the cycle's zone
 * @param sections who owes it; ALL stands for every section of the unit
 * @param sectionTitles the same with their titles, ALL resolved; empty for a unit without sections
 * @param each SECTION if each section owes it by itself, a milestone each; null if they owe it
 *     together
 * @param section the one that owes it by itself; null if they owe it together
 * @param persons keys of recipients of notification-service who answer beside a section
 * @param title its own, else the criterion's
 * @param criterionTitle title of the criterion
 * @param criterionLabel the number that people know the criterion by; null if that is its code
 * @param missing what the evidence does not show yet
 * @param example what can serve as evidence; null if the rubric names nothing
 * @param open the owners without accepted evidence for it: information, it settles nothing
 * @param reason why it was moved, cancelled, done or waived; null if nobody said
 * @param settled who said that it is done or waived; null if nobody did
 * @param by who changed it last: the {@code sub} of the token, or the service itself where evidence
 *     did
 * @param etag for {@code If-Match}; the same as the header where it stands alone
 */
@Schema(name = "Milestone")
public record MilestoneView(
        @Schema(examples = "division-contest-2565:SLK:1.1.3:1") String id,
        String unit,
        String criterion,
        String code,
        @Nullable Integer round,
        LocalDate due,
        List<String> sections,
        List<Section> sectionTitles,
        @Nullable Each each,
        @Nullable String section,
        List<String> persons,
        Status status,
        LocalizedText title,
        LocalizedText criterionTitle,
        @Schema(examples = "๑.๑.๓") @Nullable String criterionLabel,
        List<LocalizedText> missing,
        @Nullable LocalizedText example,
        List<String> open,
        @Nullable String reason,
        @Nullable Settled settled,
        String by,
        @Nullable String byName,
        Instant changedAt,
        @Schema(examples = "\"7\"") String etag)
        implements Tagged {

    public MilestoneView {
        sections = List.copyOf(sections);
        sectionTitles = List.copyOf(sectionTitles);
        persons = List.copyOf(persons);
        missing = List.copyOf(missing);
        open = List.copyOf(open);
    }

    /**
     * Who said that a milestone is done or waived.
     *
     * @param by the {@code sub} of the token, or whom a service spoke for
     * @param at when
     * @param answer what was said
     */
    @Schema(name = "MilestoneSettled")
    public record Settled(String by, @Nullable String byName, Instant at, String answer) {}

    /**
     * PLANNED until the evidence shows it (MET) or somebody says so: DONE, WAIVED. CANCELLED if it
     * no longer exists. Overdue is what is PLANNED after its day.
     */
    @Schema(name = "MilestoneStatus")
    public enum Status {
        PLANNED,
        MET,
        DONE,
        WAIVED,
        CANCELLED
    }
}
