package org.kongdee.notification.planning;

/**
 * Why something is said: DUE, a lead day has come, or it is overdue; MOVED, it has another due date
 * now; SETTLED, somebody else has settled what was owed jointly; UNDATED, it has no due date and is
 * recalled from time to time.
 */
public enum Occasion {
    DUE,
    MOVED,
    SETTLED,
    UNDATED
}
