package org.kongdee.notification.message;

/** Where a mail is on its way. */
public enum MessageState {
    /** Waits for its hour. */
    QUEUED,
    /** A worker has it. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** The mail server asked to come again, or could not be reached. */
    RETRY,
    /** The mail server refused it for good, or tries have run out. */
    FAILED,
    /** There was nothing left to say when its hour came. */
    SUPPRESSED,
    /**
     * The connection was lost after DATA: it may have arrived, so it is never sent again by itself.
     */
    UNCONFIRMED
}
