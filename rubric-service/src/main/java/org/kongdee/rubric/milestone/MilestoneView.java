package org.kongdee.rubric.milestone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * Something a unit must have done by a day.
 *
 * @param id {@code cycle:unit:criterion:code}, for ever
 * @param code unique in the criterion
 * @param round which time it is, counted from 1, of something to be done several times; else null
 * @param due the last day, in the cycle's zone
 * @param sections who answers for it; ALL stands for every section of the unit
 * @param title its own, else the criterion's
 * @param missing what the evidence does not show yet
 * @param reason why it was moved, done or waived by hand; null if it never was
 * @param by who changed it last: the {@code sub} of the token, or the service itself where evidence
 *     did
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
        Status status,
        LocalizedText title,
        List<LocalizedText> missing,
        @Nullable String reason,
        String by,
        @Nullable String byName,
        Instant changedAt) {

    public MilestoneView {
        sections = List.copyOf(sections);
        missing = List.copyOf(missing);
    }

    static MilestoneView of(Milestone milestone) {
        return new MilestoneView(
                milestone.id().text(),
                milestone.id().unit(),
                milestone.id().criterion(),
                milestone.id().code(),
                milestone.round(),
                milestone.due(),
                milestone.sections(),
                milestone.status(),
                milestone.title(),
                milestone.missing(),
                milestone.reason(),
                milestone.changedBy(),
                milestone.changedByName(),
                milestone.changedAt());
    }

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
