package org.kongdee.evidence.item;

/**
 * Where an item stands. PENDING waits for review; ACCEPTED counts, and is the only one that does;
 * WITHDRAWN was taken back, or purged while it waited or counted; in the place of what is
 * SUPERSEDED there is a newer version.
 */
public enum ItemStatus {
    PENDING,
    ACCEPTED,
    REJECTED,
    WITHDRAWN,
    SUPERSEDED;

    /** Whether it still stands for something: it waits or it counts. */
    boolean isLive() {
        return this == PENDING || this == ACCEPTED;
    }
}
