package org.kongdee.notification.message;

/**
 * Where a mail is on its way: QUEUED waits for its hour; SENDING is under way; SENT, the mail
 * server has taken it; RETRY, it asked to come again or could not be reached; FAILED, it refused
 * for good, the mail came back, or tries have run out; SUPPRESSED, nothing was left to say when the
 * hour came; UNCONFIRMED, the connection was lost after DATA: it may have arrived, so it is never
 * sent again by itself.
 */
public enum MessageState {
    QUEUED,
    SENDING,
    SENT,
    RETRY,
    FAILED,
    SUPPRESSED,
    UNCONFIRMED
}
