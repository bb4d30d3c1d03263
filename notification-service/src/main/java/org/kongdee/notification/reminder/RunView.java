package org.kongdee.notification.reminder;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.DeadlineStatus;
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
 */
@Schema(
        name = "Run",
        examples =
                """
                {"date": "2022-01-07", "dryRun": true, "digests": [{"recipient": "slk-legal-head", "email": "legal.head@slk.example",
                  "language": "th", "subject": "กำหนดส่งงาน: ใกล้ถึงกำหนด ๗ รายการ", "lines": [{"deadline": "division-contest-2565:SLK:1.1.1:1",
                  "unit": "SLK", "criterion": "1.1.1", "criterionTitle": "แนวทางป้องกันการทุจริต", "section": null, "round": null,
                  "due": "2022-01-15", "leadDays": 7, "daysLeft": 8, "title": "ร่างแนวทาง", "missing": ["มีแนวทาง"],
                  "example": "รายงานการประชุม"}]}],
                 "suppressed": [], "skipped": [{"deadline": "division-contest-2565:SLK:2.1:1", "due": "2021-11-30", "reason": "MET"}],
                 "gaps": []}""")
record RunView(
        LocalDate date,
        boolean dryRun,
        List<DigestView> digests,
        List<SuppressedView> suppressed,
        List<SkippedView> skipped,
        List<GapView> gaps) {

    /**
     * One mail.
     *
     * @param lines overdue ones first, then by due date
     */
    @Schema(name = "PlannedDigest")
    record DigestView(
            String recipient,
            String email,
            @Schema(enumeration = {"th", "en"}) String language,
            String subject,
            List<LineView> lines) {

        static DigestView of(Plan.Digest digest) {
            Language language = digest.recipient().language();
            return new DigestView(
                    digest.recipient().id(),
                    digest.recipient().email(),
                    language.tag(),
                    Wording.in(language)
                            .subject(digest.lines().stream().map(Plan.Line::daysLeft).toList()),
                    digest.lines().stream().map(line -> LineView.of(line, language)).toList());
        }
    }

    /**
     * One line of a mail.
     *
     * @param criterionTitle what the criterion is about, in the reader's language; null for a
     *     deadline that is no milestone
     * @param title what is to be done, in the reader's language
     * @param example an example of what shows that it is done, in the reader's language; null if
     *     there is none
     * @param missing what is still missing, in the reader's language
     */
    @Schema(name = "PlannedLine")
    record LineView(
            String deadline,
            String unit,
            @Nullable String criterion,
            @Nullable String criterionTitle,
            @Nullable String section,
            @Nullable Integer round,
            LocalDate due,
            int leadDays,
            int daysLeft,
            String title,
            List<String> missing,
            @Nullable String example) {

        static LineView of(Plan.Line line, Language language) {
            var d = line.deadline();
            return new LineView(
                    d.id(),
                    d.unit(),
                    d.criterion(),
                    in(language, d.detail().criterionTitle()),
                    d.detail().section(),
                    d.round(),
                    d.due(),
                    line.leadDays(),
                    line.daysLeft(),
                    d.title().in(language),
                    d.missing().stream().map(text -> text.in(language)).toList(),
                    in(language, d.detail().example()));
        }

        private static @Nullable String in(Language language, @Nullable LocalizedText text) {
            return text == null ? null : text.in(language);
        }
    }

    /**
     * A reminder that is deliberately not sent.
     *
     * @param reason why
     */
    @Schema(name = "SuppressedReminder")
    record SuppressedView(
            String recipient,
            String deadline,
            LocalDate due,
            int leadDays,
            @Schema(ref = "SuppressedReason") Unsaid reason) {}

    /**
     * Why a plan leaves a reminder out: MERGED, a smaller lead day of the same deadline is said on
     * the same day; PAUSED, the recipient is away; SNOOZED, they put it off; NOT_MINE, they said
     * that it is somebody else's.
     */
    @Schema(name = "SuppressedReason")
    enum Reason {
        MERGED,
        PAUSED,
        SNOOZED,
        NOT_MINE
    }

    /**
     * A deadline that is not mentioned because nothing is left to do.
     *
     * @param reason what became of it
     */
    @Schema(name = "SkippedDeadline")
    record SkippedView(String deadline, LocalDate due, DeadlineStatus reason) {}

    /**
     * An owner of a deadline who has nobody to be told.
     *
     * @param section its code, such as LEGAL; null means the unit as a whole
     */
    @Schema(name = "PlannedGap")
    record GapView(String unit, @Nullable String section, String deadline, boolean directorTold) {}

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
                                                g.deadline(),
                                                g.directorTold()))
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
