package org.kongdee.notification.task;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.DeadlineStatus;

/**
 * One due date of a task, and what came of it.
 *
 * @param task key of the task
 * @param due (ISO, Gregorian); null if the task has none
 * @param status PLANNED while there is something to do, also when it is overdue
 * @param overdue whether it is PLANNED and the due date has passed
 * @param settled who called it done, with answer and figures; null while it is open
 */
@Schema(
        name = "TaskOccurrence",
        examples =
                """
                {"task": "spending-report", "due": "2022-01-30", "status": "DONE", "overdue": false,
                 "settled": {"by": "recipient:slk-finance-head", "byName": "Head of Finance", "at": "2022-01-28T02:00:00Z",
                             "answer": "Sent by e-mail", "link": null, "figures": {"spent": 125000.5}}}""")
public record Occurrence(
        String task,
        @Nullable LocalDate due,
        DeadlineStatus status,
        boolean overdue,
        @Nullable TaskAnswer settled) {}
