package org.kongdee.evidence.collection;

/** Whether a collection takes evidence. */
public enum CollectionStatus {
    OPEN,
    /**
     * What was filed stays and can still be reviewed; nothing is filed, changed or withdrawn any
     * more.
     */
    CLOSED
}
