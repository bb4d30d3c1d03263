package org.kongdee.notification.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Given;
import org.kongdee.web.etag.Tagged;
import org.kongdee.web.text.LocalizedText;

/**
 * What somebody was told to do.
 *
 * @param task its key
 * @param text more about it; null if there is no more
 * @param given who gave it, in which meeting; its members are null where that is not known
 * @param recipients keys of the recipients who owe it with the sections
 * @param due the one due date (ISO, Gregorian); null if there is a rule, or none
 * @param start the day from which the rule counts; null if there is none
 * @param rrule recurrence by RFC 5545; null if there is none
 * @param criteria codes of the criteria that it serves; may be empty
 * @param figures what each report states; may be empty
 * @param status PLANNED, DONE or CANCELLED; a series is PLANNED, and each occurrence has its own
 * @param overdue whether it is PLANNED and the due date has passed; of a series false
 * @param settled who called it done, with the answer; null while it is open, and of a series
 * @param changedAt when it last changed (RFC 3339)
 * @param changedBy the `sub` of who changed it
 * @param etag for {@code If-Match}; the same as the header where it stands alone
 */
@Schema(
        name = "Task",
        examples =
                """
                {"task": "spending-report", "unit": "SLK", "title": {"en": "Spending report", "th": "รายงานการใช้จ่าย"}, "text": null,
                 "given": {"by": "SECRETARY", "meeting": "12/2564", "item": "5 (2)", "on": "2021-12-20"}, "sections": ["FINANCE"],
                 "recipients": [], "due": null, "start": "2022-01-30", "rrule": "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
                 "criteria": ["1.1.5"], "figures": [{"code": "spent", "title": {"en": "Budget spent", "th": "ผลการใช้จ่าย"}}],
                 "status": "PLANNED", "overdue": false, "settled": null, "changedAt": "2021-12-20T07:00:00Z", "changedBy": "7c1f0e52",
                 "etag": "\\"7\\""}""")
public record TaskView(
        String task,
        String unit,
        LocalizedText title,
        @Nullable LocalizedText text,
        Given given,
        List<String> sections,
        List<String> recipients,
        @Nullable LocalDate due,
        @Nullable LocalDate start,
        @Nullable String rrule,
        List<String> criteria,
        List<FigureView> figures,
        DeadlineStatus status,
        boolean overdue,
        @Nullable TaskAnswer settled,
        Instant changedAt,
        String changedBy,
        String etag)
        implements Tagged {}
