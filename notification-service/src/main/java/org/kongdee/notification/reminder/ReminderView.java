package org.kongdee.notification.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.message.MessageState;
import org.kongdee.notification.planning.Occasion;
import org.kongdee.notification.planning.Unsaid;

/**
 * What became of one reminder.
 *
 * @param email address of the recipient; null if it is in no mail, and for callers who are neither
 *     organiser nor officer
 * @param occasion why it was said
 * @param due the due date (ISO, Gregorian); null if it has none
 * @param daysLeft days from the day of the pass to the due date; negative when overdue, 0 if there
 *     is none
 * @param date the day of the pass (ISO, Gregorian)
 * @param status the state of its mail; SUPPRESSED if it is in none
 * @param reason why it was suppressed; else null
 * @param message id of its mail; null if it is in none. See `GET /v1/messages/{id}`
 * @param notBefore the mail is not sent before, in business time (RFC 3339); null if it is in none
 * @param attempts how often the mail was tried
 * @param reply what the mail server said last; null if there was no try, and for callers who are
 *     neither organiser nor officer
 */
@Schema(
        name = "Reminder",
        examples =
                """
                {"id": "6d1c3a52-95f5-4b1c-9d53-0a7c9f7f2a11", "recipient": "slk-legal-head", "email": "legal.head@slk.example",
                 "unit": "SLK", "deadline": "division-contest-2565:SLK:1.1.1:1", "occasion": "DUE", "due": "2022-01-15", "leadDays": 7, "daysLeft": 8,
                 "date": "2022-01-07", "status": "SENT", "reason": null, "message": "a3c8bb0e-53d1-4d9e-8c36-6f8f0b7e1f55",
                 "notBefore": "2022-01-07T01:00:00Z", "sentAt": "2022-01-07T01:00:03Z", "attempts": 1,
                 "reply": "250 OK <a3c8bb0e-53d1-4d9e-8c36-6f8f0b7e1f55@kongdee.local>"}""")
public record ReminderView(
        UUID id,
        String recipient,
        @Nullable String email,
        String unit,
        String deadline,
        Occasion occasion,
        @Nullable LocalDate due,
        int leadDays,
        int daysLeft,
        LocalDate date,
        MessageState status,
        @Nullable Unsaid reason,
        @Nullable UUID message,
        @Nullable Instant notBefore,
        @Nullable Instant sentAt,
        int attempts,
        @Nullable String reply) {}
