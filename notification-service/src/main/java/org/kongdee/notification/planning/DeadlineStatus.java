package org.kongdee.notification.planning;

/** What became of a deadline. Overdue is no status: it follows from the date. */
public enum DeadlineStatus {
    PLANNED,
    MET,
    DONE,
    WAIVED,
    CANCELLED;

    /** Whether there is still something to do, and so something to say. */
    public boolean isOpen() {
        return this == PLANNED;
    }
}
