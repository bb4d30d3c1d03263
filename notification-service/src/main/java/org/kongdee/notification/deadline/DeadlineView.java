package org.kongdee.notification.deadline;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Given;
import org.kongdee.notification.planning.SectionTitle;
import org.kongdee.web.text.LocalizedText;

/**
 * What somebody has to do by a date, by every date of a rule, or some time.
 *
 * @param id of a milestone its cycle, unit, criterion and code, and the section where each owes it
 *     by itself, such as division-contest-2565:SLK:1.1.3:1; of a task its key
 * @param criterionLabel the number that people know the criterion by; null if that is its code
 * @param code of the milestone in its criterion; null if it is a task
 * @param each SECTION if each owner section owes the milestone by itself, with a deadline of its
 *     own such as this one; else null
 * @param open owner sections without accepted evidence for it, by code; empty if it is a task
 * @param given who gave the task; null if it is a milestone
 * @param settled who settled it by hand; null while nobody has, and of what recurs
 * @param due the one due date (ISO, Gregorian); null if there is a rule, or none
 * @param start the day from which the rule counts; null if there is none
 * @param rrule recurrence by RFC 5545; null if there is none
 * @param status PLANNED while there is something to do; of what recurs, each due date has its own
 * @param revision grows when its date, its title or its owners change: links and calendars carry it
 */
@Schema(
        name = "Deadline",
        examples =
                """
                {"id": "spending-report", "source": "TASK", "unit": "SLK", "cycle": null, "criterion": null,
                 "criterionTitle": null, "criterionLabel": null, "code": null, "round": null,
                 "title": {"en": "Spending report", "th": "รายงานการใช้จ่าย"}, "sections": ["FINANCE"], "sectionTitles": [],
                 "each": null, "section": null, "persons": [], "due": null, "start": "2022-01-30",
                 "rrule": "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "status": "PLANNED", "missing": [], "example": null,
                 "open": [], "given": {"by": "SECRETARY", "meeting": "12/2564", "item": "5 (2)", "on": "2021-12-20"},
                 "settled": null, "revision": 1}""")
public record DeadlineView(
        String id,
        Source source,
        String unit,
        @Nullable String cycle,
        @Nullable String criterion,
        @Nullable LocalizedText criterionTitle,
        @Nullable String criterionLabel,
        @Nullable String code,
        @Nullable Integer round,
        LocalizedText title,
        List<String> sections,
        List<SectionTitle> sectionTitles,
        @Nullable Each each,
        @Nullable String section,
        List<String> persons,
        @Nullable LocalDate due,
        @Nullable LocalDate start,
        @Nullable String rrule,
        DeadlineStatus status,
        List<LocalizedText> missing,
        @Nullable LocalizedText example,
        List<String> open,
        @Nullable Given given,
        @Nullable Settled settled,
        int revision) {

    /**
     * One due date of a deadline.
     *
     * @param due (ISO, Gregorian); null if it has none
     * @param criterionLabel the number that people know the criterion by; null if that is its code
     * @param status PLANNED while there is something to do, also when it is overdue
     * @param overdue whether it is PLANNED and the due date has passed
     * @param movedFrom the due date before it last moved; null if it never did
     */
    @Schema(
            name = "DueDate",
            examples =
                    """
                    {"deadline": "division-contest-2565:SLK:1.1.1:1", "source": "MILESTONE", "due": "2022-01-15", "unit": "SLK",
                     "cycle": "division-contest-2565", "criterion": "1.1.1",
                     "criterionTitle": {"en": "Corruption-prevention guideline", "th": "แนวทางป้องกันการทุจริต"},
                     "criterionLabel": null, "round": null,
                     "title": {"en": "Draft the guideline", "th": "ร่างแนวทาง"}, "sections": ["LEGAL"], "section": null,
                     "persons": ["slk-legal-head"], "status": "PLANNED", "overdue": false, "movedFrom": null,
                     "missing": [{"en": "Guideline in place", "th": "มีแนวทาง"}],
                     "example": {"en": "Minutes of a meeting", "th": "รายงานการประชุม"}, "given": null}""")
    public record DueDate(
            String deadline,
            Source source,
            @Nullable LocalDate due,
            String unit,
            @Nullable String cycle,
            @Nullable String criterion,
            @Nullable LocalizedText criterionTitle,
            @Nullable String criterionLabel,
            @Nullable Integer round,
            LocalizedText title,
            List<String> sections,
            @Nullable String section,
            List<String> persons,
            DeadlineStatus status,
            boolean overdue,
            @Nullable LocalDate movedFrom,
            List<LocalizedText> missing,
            @Nullable LocalizedText example,
            @Nullable Given given) {

        public static DueDate of(Deadline d, LocalDate today) {
            return new DueDate(
                    d.id(),
                    d.cycle() == null ? Source.TASK : Source.MILESTONE,
                    d.due(),
                    d.unit(),
                    d.cycle(),
                    d.criterion(),
                    d.detail().criterionTitle(),
                    d.detail().criterionLabel(),
                    d.round(),
                    d.title(),
                    d.sections().stream().sorted().toList(),
                    d.detail().section(),
                    d.persons().stream().sorted().toList(),
                    d.status(),
                    d.isPastOn(today),
                    d.move() == null ? null : d.move().from(),
                    d.missing(),
                    d.detail().example(),
                    d.detail().given());
        }
    }
}
