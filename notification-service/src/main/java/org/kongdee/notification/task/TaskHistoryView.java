package org.kongdee.notification.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a task.
 *
 * @param action what happened
 * @param due the due date that it is about; null for the task as a whole, and where it has none
 * @param at when, in business time (RFC 3339)
 * @param by the `sub` of who did it, or `recipient:` and their key
 * @param byName their name at the time; null if nobody said it
 * @param answer what they said; null if nothing
 * @param link where it can be seen; null if nowhere
 * @param figures what the report states, by code; empty if nothing
 * @param content the task as it was written; null if it was not
 */
@Schema(
        name = "TaskHistory",
        examples =
                """
                {"action": "DONE", "due": "2022-01-30", "at": "2022-01-28T02:00:00Z", "by": "recipient:slk-finance-head",
                 "byName": "Head of Finance", "answer": "Sent by e-mail", "link": null, "figures": {"spent": 125000.5}, "content": null}""")
public record TaskHistoryView(
        Action action,
        @Nullable LocalDate due,
        Instant at,
        String by,
        @Nullable String byName,
        @Nullable String answer,
        @Nullable String link,
        Map<String, BigDecimal> figures,
        @Nullable TaskContent content) {}
