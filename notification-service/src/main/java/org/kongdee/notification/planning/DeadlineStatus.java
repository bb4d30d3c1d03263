package org.kongdee.notification.planning;

/**
 * What became of a deadline: PLANNED, something is still to do; MET, the evidence shows it; DONE,
 * somebody said so; WAIVED or CANCELLED, nobody asks for it any more. Overdue is no status: it
 * follows from the date.
 */
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
