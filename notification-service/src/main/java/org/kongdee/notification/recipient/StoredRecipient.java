package org.kongdee.notification.recipient;

import java.time.Instant;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.web.etag.ETags;

/** A recipient with the version it is at. */
record StoredRecipient(Recipient recipient, long version, Instant changedAt) {

    String etag() {
        return ETags.of(version);
    }
}
