package org.kongdee.notification.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A mail and every attempt to send it.
 *
 * @param kind DIGEST, what a person is reminded of on a day; or NOTICE, which tells somebody
 *     something at once
 * @param recipient key of the recipient; "organiser" for a notice to them
 * @param email the address it goes or went to
 * @param unit key of the unit that it is about, such as SLK; null if it is about several
 * @param date the day of the pass, or on which the notice was written
 * @param state where it is on its way
 * @param subject as it was sent; before that, as it would be sent now
 * @param messageId the mail's Message-ID, the same however often it is sent
 * @param attempts every try, the first one first
 */
@Schema(
        name = "Message",
        examples =
                """
                {"id": "a3c8bb0e-53d1-4d9e-8c36-6f8f0b7e1f55", "kind": "DIGEST", "recipient": "slk-legal-head",
                 "email": "legal.head@slk.example", "unit": "SLK", "date": "2022-01-07", "state": "SENT",
                 "subject": "กำหนดส่งงาน: ใกล้ถึงกำหนด ๗ รายการ", "notBefore": "2022-01-07T01:00:00Z",
                 "sentAt": "2022-01-07T01:00:03Z", "messageId": "<a3c8bb0e-53d1-4d9e-8c36-6f8f0b7e1f55@kongdee.local>",
                 "attempts": [{"number": 1, "at": "2022-01-07T01:00:03Z", "outcome": "SENT", "reply": "250 OK"}]}""")
record MessageView(
        UUID id,
        StoredMessage.Kind kind,
        String recipient,
        String email,
        @Nullable String unit,
        LocalDate date,
        MessageState state,
        String subject,
        Instant notBefore,
        @Nullable Instant sentAt,
        String messageId,
        List<Attempt> attempts) {

    static MessageView of(StoredMessage m, Mail shown, String messageId, List<Attempt> attempts) {
        return new MessageView(
                m.id(),
                m.kind(),
                m.recipient(),
                m.email(),
                m.unit(),
                m.passDate(),
                m.state(),
                shown.subject(),
                m.notBefore(),
                m.sentAt(),
                messageId,
                attempts);
    }
}
