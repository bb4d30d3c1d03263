package org.kongdee.notification.reminder;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Entry;
import org.kongdee.notification.planning.Occasion;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.Unsaid;
import org.kongdee.notification.wording.Wording;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.LocalizedText;

/**
 * What a pass would send, or has queued.
 *
 * @param date the day that was planned (ISO, Gregorian)
 * @param dryRun whether this was only looked at
 * @param digests the mails, one a person
 * @param suppressed reminders that are deliberately not sent
 * @param skipped deadlines that are not mentioned because nothing is left to do
 * @param gaps owners of the day's deadlines who have nobody to be told
 * @param beyond holiday calendars that end before something is due, so that reminders of it may
 *     fall on days off
 */
@Schema(
        name = "Run",
        examples =
                """
                {"date": "2022-01-07", "dryRun": true, "digests": [{"recipient": "slk-legal-head", "email": "legal.head@slk.example",
                  "language": "th", "subject": "กำหนดส่งงาน: ใกล้ถึงกำหนด ๗ รายการ", "lines": [{"deadline": "division-contest-2565:SLK:1.1.1:1",
                  "occasion": "DUE", "unit": "SLK", "criterion": "1.1.1", "criterionTitle": "แนวทางป้องกันการทุจริต", "criterionLabel": null,
                  "sections": ["LEGAL"], "section": null, "round": null, "due": "2022-01-15", "movedFrom": null, "leadDays": 7,
                  "daysLeft": 8, "before": 0, "title": "ร่างแนวทาง", "missing": ["มีแนวทาง"], "example": "รายงานการประชุม"}],
                  "more": 0}],
                 "suppressed": [], "skipped": [{"deadline": "division-contest-2565:SLK:2.1:1", "due": "2021-11-30", "reason": "MET"}],
                 "gaps": [], "beyond": []}""")
record RunView(
        LocalDate date,
        boolean dryRun,
        List<DigestView> digests,
        List<SuppressedView> suppressed,
        List<SkippedView> skipped,
        List<GapView> gaps,
        List<BeyondView> beyond) {

    /**
     * One mail.
     *
     * @param lines by urgency: due today, due soon, moved, overdue, without a date, settled by
     *     others; the rows of one milestone are one
     * @param more how many more lines there are than a mail shows; they count as said
     */
    @Schema(name = "PlannedDigest")
    record DigestView(
            String recipient,
            String email,
            @Schema(enumeration = {"th", "en"}) String language,
            String subject,
            List<LineView> lines,
            int more) {

        static DigestView of(Plan.Digest digest) {
            Language language = digest.recipient().language();
            List<Entry> entries = Entry.of(digest.lines());
            int shown = Math.min(entries.size(), digest.maxLines());
            return new DigestView(
                    digest.recipient().id(),
                    digest.recipient().email(),
                    language.tag(),
                    Wording.in(language).subject(digest.overdue(), entries),
                    entries.subList(0, shown).stream()
                            .map(entry -> LineView.of(entry, language))
                            .toList(),
                    entries.size() - shown);
        }
    }

    /**
     * One line of a mail.
     *
     * @param deadline id of what it is about; of several rows the first
     * @param criterionLabel the number that people know the criterion by; null if that is its code
     * @param criterionTitle what the criterion is about, in the reader's language; null for a task
     * @param sections codes of the sections that owe it, of all its rows; empty if none does
     * @param section the one section that owes it by itself, if it is about one row; else null
     * @param due the due date (ISO, Gregorian); null if there is none
     * @param movedFrom the due date before, if the line tells that it moved; else null
     * @param daysLeft days to the due date; negative when overdue, 0 if there is none
     * @param before of a series, how many earlier due dates are open
     * @param title what is to be done, in the reader's language
     * @param example an example of what shows that it is done, in the reader's language; null if
     *     there is none
     * @param missing what is still missing, in the reader's language
     */
    @Schema(name = "PlannedLine")
    record LineView(
            String deadline,
            Occasion occasion,
            String unit,
            @Nullable String criterion,
            @Nullable String criterionTitle,
            @Nullable String criterionLabel,
            List<String> sections,
            @Nullable String section,
            @Nullable Integer round,
            @Nullable LocalDate due,
            @Nullable LocalDate movedFrom,
            int leadDays,
            int daysLeft,
            int before,
            String title,
            List<String> missing,
            @Nullable String example) {

        static LineView of(Entry entry, Language language) {
            Deadline d = entry.deadline();
            Plan.Line line = entry.first();
            return new LineView(
                    d.id(),
                    entry.occasion(),
                    d.unit(),
                    d.criterion(),
                    in(language, d.detail().criterionTitle()),
                    d.detail().criterionLabel(),
                    entry.sections(),
                    entry.rows().size() == 1 ? d.detail().section() : null,
                    d.round(),
                    d.due(),
                    entry.movedFrom(),
                    line.leadDays(),
                    line.daysLeft(),
                    line.before(),
                    d.title().in(language),
                    entry.missing().stream().map(text -> text.in(language)).toList(),
                    in(language, d.detail().example()));
        }

        private static @Nullable String in(Language language, @Nullable LocalizedText text) {
            return text == null ? null : text.in(language);
        }
    }

    /**
     * A reminder that is deliberately not sent.
     *
     * @param due the due date (ISO, Gregorian); null if there is none
     * @param reason why
     */
    @Schema(name = "SuppressedReminder")
    record SuppressedView(
            String recipient,
            String deadline,
            Occasion occasion,
            @Nullable LocalDate due,
            int leadDays,
            @Schema(ref = "SuppressedReason") Unsaid reason) {}

    /**
     * Why a plan leaves a reminder out: MERGED, a smaller lead day of the same deadline, or a later
     * due date of the same series, is said on the same day; PAUSED, the recipient is away; SNOOZED,
     * they put it off; NOT_MINE, they said that it is somebody else's; NEXT_DAY, they have had two
     * mails on the day.
     */
    @Schema(name = "SuppressedReason")
    enum Reason {
        MERGED,
        PAUSED,
        SNOOZED,
        NOT_MINE,
        NEXT_DAY
    }

    /**
     * A deadline that is not mentioned because nothing is left to do.
     *
     * @param due the due date (ISO, Gregorian); null if there is none
     * @param reason what became of it
     */
    @Schema(name = "SkippedDeadline")
    record SkippedView(String deadline, @Nullable LocalDate due, DeadlineStatus reason) {}

    /**
     * An owner of a deadline who has nobody to be told, or a person named who is no recipient.
     *
     * @param section its code, such as LEGAL; null means the unit as a whole, or a person
     * @param person the key that no recipient has; null if it is about a section or the unit
     */
    @Schema(name = "PlannedGap")
    record GapView(
            String unit,
            @Nullable String section,
            @Nullable String person,
            String deadline,
            boolean directorTold) {}

    /**
     * A holiday calendar that ends before something is due.
     *
     * @param calendar its code, such as thai-public
     * @param until the day up to which it is complete (ISO, Gregorian)
     * @param deadlines how many open due dates lie after it
     */
    @Schema(name = "BeyondHolidays")
    record BeyondView(String calendar, LocalDate until, int deadlines) {}

    static RunView of(LocalDate date, boolean dryRun, List<Plan> plans) {
        return new RunView(
                date,
                dryRun,
                plans.stream()
                        .flatMap(plan -> plan.digests().stream())
                        .map(DigestView::of)
                        .toList(),
                plans.stream()
                        .flatMap(plan -> plan.suppressed().stream())
                        .map(
                                s ->
                                        new SuppressedView(
                                                s.key().recipient(),
                                                s.key().deadline(),
                                                s.key().occasion(),
                                                s.key().due(),
                                                s.key().leadDays(),
                                                s.reason()))
                        .toList(),
                plans.stream()
                        .flatMap(plan -> plan.skipped().stream())
                        .map(s -> new SkippedView(s.deadline(), s.due(), s.reason()))
                        .toList(),
                plans.stream()
                        .flatMap(plan -> plan.gaps().stream())
                        .map(
                                g ->
                                        new GapView(
                                                g.unit(),
                                                g.section(),
                                                g.person(),
                                                g.deadline(),
                                                g.directorTold()))
                        .toList(),
                plans.stream()
                        .flatMap(plan -> plan.beyond().stream())
                        .map(b -> new BeyondView(b.calendar(), b.until(), b.deadlines()))
                        .toList());
    }

    /**
     * Which day to plan.
     *
     * @param date the day (ISO, Gregorian); one to come only for a dry run
     * @param dryRun true only looks; false or null sends
     */
    @Schema(name = "RunRequest", examples = "{\"date\": \"2022-01-07\", \"dryRun\": true}")
    record RunRequest(
            @NotNull(message = "date is required") LocalDate date, @Nullable Boolean dryRun) {}
}
