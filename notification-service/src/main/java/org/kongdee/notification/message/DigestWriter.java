package org.kongdee.notification.message;

import java.util.Optional;

/** Writes digests. What one says, and to whom, is known in rooms above this one. */
public interface DigestWriter {

    /** As it would be sent now; nothing if there is nothing left to say. */
    Optional<Mail> writtenNow(StoredMessage digest);

    /** The present name of a recipient; empty if they have left. */
    String nameOf(String recipient);
}
