package org.kongdee.notification.link;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a link says: this recipient may do this to that deadline, as it stood at that sequence,
 * until then. Links to pause and to resume name no deadline.
 *
 * @param links the generation of the recipient's links
 * @param day the due date, as it stands in keys
 */
public record SignedLink(
        LinkAction action,
        String recipient,
        long links,
        String deadline,
        LocalDate day,
        int sequence,
        Instant expires) {

    public static SignedLink pause(String recipient, long links, Instant expires) {
        return new SignedLink(LinkAction.PAUSE, recipient, links, "", LocalDate.EPOCH, 0, expires);
    }

    public SignedLink with(LinkAction other) {
        return new SignedLink(other, recipient, links, deadline, day, sequence, expires);
    }
}
