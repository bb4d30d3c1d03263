package org.kongdee.notification.link;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Recipient;

/** Writes the addresses of the links of a mail. */
public final class Links {

    private final LinkSigner signer;
    private final URI base;
    private final Duration validity;

    public Links(LinkSigner signer, URI base, Duration validity) {
        this.signer = signer;
        this.base = base;
        this.validity = validity;
    }

    public String to(LinkAction action, Recipient recipient, Deadline deadline, Instant now) {
        return address(
                new SignedLink(
                        action,
                        recipient.id(),
                        recipient.links(),
                        deadline.id(),
                        deadline.day(),
                        deadline.sequence(),
                        now.plus(validity)));
    }

    public String toPause(Recipient recipient, Instant now) {
        return address(SignedLink.pause(recipient.id(), recipient.links(), now.plus(validity)));
    }

    /** Such an address for whoever is not to act by it. */
    public String hidden() {
        return base + "/links/hidden";
    }

    String address(SignedLink link) {
        return base + "/links/" + signer.sign(link);
    }
}
