package org.kongdee.evidence.collection;

/**
 * Whether a collection takes evidence. CLOSED: what was filed stays and can still be reviewed;
 * nothing is filed, changed or withdrawn any more.
 */
public enum CollectionStatus {
    OPEN,
    CLOSED
}
