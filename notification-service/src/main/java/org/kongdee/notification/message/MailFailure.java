package org.kongdee.notification.message;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The last mail to an address failed for good; it is gone when the address changes or a mail is
 * taken again.
 *
 * @param at when (RFC 3339)
 * @param reply the mail server's words
 * @param message its id; see {@code GET /v1/messages/{id}}
 */
@Schema(
        examples =
                """
                {"at": "2022-01-07T01:00:03Z", "reply": "550 5.1.1 no such user here",
                 "message": "a3c8bb0e-53d1-4d9e-8c36-6f8f0b7e1f55"}""")
public record MailFailure(Instant at, String reply, UUID message) {}
