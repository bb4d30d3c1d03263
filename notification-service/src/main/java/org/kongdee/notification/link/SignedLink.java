package org.kongdee.notification.link;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a link says: this recipient may do this to that deadline, as it stood at that revision,
 * until then. A link to pause names no deadline.
 */
public record SignedLink(
        LinkAction action,
        String recipient,
        String deadline,
        LocalDate due,
        int revision,
        Instant expires) {

    public static SignedLink pause(String recipient, Instant expires) {
        return new SignedLink(LinkAction.PAUSE, recipient, "", LocalDate.EPOCH, 0, expires);
    }

    public SignedLink with(LinkAction other) {
        return new SignedLink(other, recipient, deadline, due, revision, expires);
    }
}
