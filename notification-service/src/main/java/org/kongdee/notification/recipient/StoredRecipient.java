package org.kongdee.notification.recipient;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.web.etag.ETags;

/**
 * A recipient with the version it is at.
 *
 * @param failure what the mail server said if it refused the last mail for good, or null
 */
record StoredRecipient(
        Recipient recipient, long version, Instant changedAt, @Nullable MailFailure failure) {

    /** Of all that is shown: a failure is news too. */
    String etag() {
        return failure == null
                ? ETags.of(version)
                : ETags.of(version + "-" + failure.at().getEpochSecond());
    }
}
