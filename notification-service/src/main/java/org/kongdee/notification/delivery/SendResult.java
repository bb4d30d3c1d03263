package org.kongdee.notification.delivery;

/** How a dialogue with the mail server ended. */
sealed interface SendResult {

    /** The server has taken responsibility for the mail. */
    record Sent(String reply) implements SendResult {}

    /** Nothing was accepted; it may be tried again. */
    record Again(String reply) implements SendResult {}

    /** The server refused the mail for good. */
    record Refused(String reply) implements SendResult {}

    /** The connection was lost after DATA: nobody here can tell whether the mail arrived. */
    record Unconfirmed(String reply) implements SendResult {}

    /** The lease was lost before DATA: the mail is another worker's, and nothing was sent. */
    record NotOurs() implements SendResult {}
}
