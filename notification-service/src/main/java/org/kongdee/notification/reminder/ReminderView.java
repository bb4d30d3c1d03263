package org.kongdee.notification.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one reminder. */
@Schema(
        name = "Reminder",
        examples =
                """
                {"id": "6d1c3a52-95f5-4b1c-9d53-0a7c9f7f2a11", "recipient": "slk-legal-head", "email": "legal.head@slk.example",
                 "unit": "SLK", "deadline": "division-contest-2565:SLK:1.1.1:1", "due": "2022-01-15", "leadDays": 7, "daysLeft": 8,
                 "date": "2022-01-07", "status": "SENT", "reason": null, "message": "a3c8bb0e-53d1-4d9e-8c36-6f8f0b7e1f55",
                 "notBefore": "2022-01-07T01:00:00Z", "sentAt": "2022-01-07T01:00:03Z", "attempts": 1,
                 "reply": "250 OK <a3c8bb0e-53d1-4d9e-8c36-6f8f0b7e1f55@kongdee.local>"}""")
public record ReminderView(
        UUID id,
        String recipient,
        @Nullable String email,
        String unit,
        String deadline,
        LocalDate due,
        @Schema(description = "Nominal: the policy's day; negative when overdue") int leadDays,
        @Schema(description = "Actual, on the day of the mail") int daysLeft,
        LocalDate date,
        @Schema(
                        enumeration = {
                            "QUEUED",
                            "SENDING",
                            "SENT",
                            "RETRY",
                            "FAILED",
                            "SUPPRESSED",
                            "UNCONFIRMED"
                        })
                String status,
        @Schema(
                        description = "Why it was suppressed",
                        enumeration = {
                            "MERGED",
                            "PAUSED",
                            "SNOOZED",
                            "NOT_MINE",
                            "SETTLED",
                            "MOVED",
                            "REMOVED"
                        })
                @Nullable String reason,
        @Nullable UUID message,
        @Nullable Instant notBefore,
        @Nullable Instant sentAt,
        int attempts,
        @Schema(description = "What the mail server said last") @Nullable String reply) {}
