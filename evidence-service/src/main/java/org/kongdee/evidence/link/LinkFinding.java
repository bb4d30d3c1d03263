package org.kongdee.evidence.link;

import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.item.LinkStatus;
import org.kongdee.web.text.Message;

/**
 * What a look at a link found.
 *
 * @param location where it has moved to
 * @param note one line for people: a status code, a reason
 */
record LinkFinding(LinkStatus status, @Nullable String location, Message note) {

    static LinkFinding of(LinkStatus status, Message note) {
        return new LinkFinding(status, null, note);
    }
}
