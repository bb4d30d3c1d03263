package org.kongdee.evidence.item;

/** Where an item stands. */
public enum ItemStatus {
    /** Waits for review. */
    PENDING,
    /** Counts. */
    ACCEPTED,
    REJECTED,
    WITHDRAWN,
    /** A newer version has taken its place. */
    SUPERSEDED;

    /** Whether it still stands for something: it waits or it counts. */
    boolean isLive() {
        return this == PENDING || this == ACCEPTED;
    }
}
