package org.kongdee.notification.delivery;

/** How a dialogue with the mail server ended. */
sealed interface Outcome {

    /** The server has taken responsibility for the mail. */
    record Sent(String reply) implements Outcome {}

    /** Nothing was accepted; it may be tried again. */
    record Again(String reply) implements Outcome {}

    /** The server refused the mail for good. */
    record Refused(String reply) implements Outcome {}

    /** The connection was lost after DATA: nobody here can tell whether the mail arrived. */
    record Unconfirmed(String reply) implements Outcome {}

    /** The lease was lost before DATA: the mail is another worker's, and nothing was sent. */
    record NotOurs() implements Outcome {}
}
