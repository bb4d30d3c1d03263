package org.kongdee.evidence.link;

import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.item.LinkStatus;

/**
 * What a look at a link found.
 *
 * @param location where it has moved to
 * @param note one line for people: a status code, a reason
 */
record LinkFinding(LinkStatus status, @Nullable String location, String note) {

    static LinkFinding of(LinkStatus status, String note) {
        return new LinkFinding(status, null, note);
    }
}
