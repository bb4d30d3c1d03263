package org.kongdee.notification.message;

import java.util.Optional;

/** Writes digests. What one says, and to whom, is known in rooms above this one. */
public interface DigestWriter {

    /** As it would be sent now; nothing if there is nothing left to say. */
    Optional<Mail> writtenNow(StoredMessage digest);

    /** Such a link as its reader was given to pause; it works for nobody. */
    String pauseLink();
}
