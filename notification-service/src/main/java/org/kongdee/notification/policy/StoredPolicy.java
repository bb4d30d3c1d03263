package org.kongdee.notification.policy;

import org.kongdee.notification.planning.Policy;
import org.kongdee.web.etag.ETags;

/** A policy with the version it is at. */
record StoredPolicy(Policy policy, long version) {

    String etag() {
        return ETags.of(version);
    }
}
