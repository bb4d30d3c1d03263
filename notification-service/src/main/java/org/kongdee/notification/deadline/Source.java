package org.kongdee.notification.deadline;

/** Where a deadline comes from. */
public enum Source {
    /** Mirrored from rubric-service. */
    MILESTONE,
    /** Entered here. */
    OWN
}
