package org.kongdee.notification.deadline;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.SectionTitle;
import org.kongdee.web.text.LocalizedText;

/**
 * What somebody has to do by a date, or by every date of a rule.
 *
 * @param id of a milestone its cycle, unit, criterion and code, and the section where each owes it
 *     by itself, such as division-contest-2565:SLK:1.1.3:1; else a UUID
 * @param code of the milestone in its criterion; null for a deadline that is no milestone
 * @param each SECTION if each owner section owes the milestone by itself, with a deadline of its
 *     own such as this one; else null
 * @param open owner sections without accepted evidence for it, by code; empty if it is no milestone
 * @param settled who settled the milestone by hand; null while nobody has
 * @param due the one due date (ISO, Gregorian); null if there is a rule
 * @param start the day from which the rule counts; null if there is none
 * @param rrule recurrence by RFC 5545; null if there is one due date
 * @param status PLANNED while there is something to do; of what recurs, each due date has its own
 * @param revision grows with every change; it is what the ETag is made of
 */
@Schema(
        name = "Deadline",
        examples =
                """
                {"id": "0b2f6a52-5d0e-4d7e-9d53-0a7c9f7f2a11", "source": "OWN", "unit": "SLK", "cycle": null, "criterion": null,
                 "criterionTitle": null, "code": null, "round": null,
                 "title": {"en": "Spending report", "th": "รายงานการใช้จ่าย"}, "sections": ["FINANCE"], "sectionTitles": [],
                 "each": null, "section": null, "persons": [], "recipients": [], "due": null, "start": "2022-01-30", "rrule": "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
                 "status": "PLANNED", "missing": [], "example": null, "open": [], "settled": null, "revision": 1}""")
public record DeadlineView(
        String id,
        Source source,
        String unit,
        @Nullable String cycle,
        @Nullable String criterion,
        @Nullable LocalizedText criterionTitle,
        @Nullable String code,
        @Nullable Integer round,
        LocalizedText title,
        List<String> sections,
        List<SectionTitle> sectionTitles,
        @Nullable Each each,
        @Nullable String section,
        List<String> persons,
        List<String> recipients,
        @Nullable LocalDate due,
        @Nullable LocalDate start,
        @Nullable String rrule,
        DeadlineStatus status,
        List<LocalizedText> missing,
        @Nullable LocalizedText example,
        List<String> open,
        @Nullable Settled settled,
        int revision) {

    /**
     * One due date of a deadline.
     *
     * @param status PLANNED while there is something to do, also when it is overdue
     * @param overdue whether it is PLANNED and the due date has passed
     */
    @Schema(
            name = "DueDate",
            examples =
                    """
                    {"deadline": "division-contest-2565:SLK:1.1.1:1", "due": "2022-01-15", "unit": "SLK",
                     "cycle": "division-contest-2565", "criterion": "1.1.1",
                     "criterionTitle": {"en": "Corruption-prevention guideline", "th": "แนวทางป้องกันการทุจริต"}, "round": null,
                     "title": {"en": "Draft the guideline", "th": "ร่างแนวทาง"}, "sections": ["LEGAL"], "section": null,
                     "persons": ["slk-legal-head"], "recipients": [], "status": "PLANNED", "overdue": false,
                     "missing": [{"en": "Guideline in place", "th": "มีแนวทาง"}],
                     "example": {"en": "Minutes of a meeting", "th": "รายงานการประชุม"}}""")
    public record DueDate(
            String deadline,
            LocalDate due,
            String unit,
            @Nullable String cycle,
            @Nullable String criterion,
            @Nullable LocalizedText criterionTitle,
            @Nullable Integer round,
            LocalizedText title,
            List<String> sections,
            @Nullable String section,
            List<String> persons,
            List<String> recipients,
            DeadlineStatus status,
            boolean overdue,
            List<LocalizedText> missing,
            @Nullable LocalizedText example) {

        static DueDate of(Deadline d, LocalDate today) {
            return new DueDate(
                    d.id(),
                    d.due(),
                    d.unit(),
                    d.cycle(),
                    d.criterion(),
                    d.detail().criterionTitle(),
                    d.round(),
                    d.title(),
                    d.sections().stream().sorted().toList(),
                    d.detail().section(),
                    d.detail().persons().stream().sorted().toList(),
                    d.recipients().stream().sorted().toList(),
                    d.status(),
                    d.status().isOpen() && d.due().isBefore(today),
                    d.missing(),
                    d.detail().example());
        }
    }
}
