package org.kongdee.notification.delivery;

/** How a dialogue with the mail server ended. */
sealed interface SendResult {

    /** The server has taken responsibility for the mail. */
    record Sent() implements SendResult {}

    /** The lease was lost before DATA: the mail is another worker's, and nothing was sent. */
    record NotOurs() implements SendResult {}

    /** It did not go as it should. */
    sealed interface Failed extends SendResult {

        /** The server's words, or what went wrong. */
        String reply();
    }

    /** The server refused the mail for good. */
    record Refused(String reply) implements Failed {}

    /** The server would not take the mail now. */
    record Deferred(String reply) implements Failed {}

    /** The connection was lost, or the server fell silent, before DATA: nothing was sent. */
    record Lost(String reply) implements Failed {}

    /** There is no talking to the server: no mail gets through. */
    record Unreachable(String reply) implements Failed {}

    /** The connection was lost after DATA: nobody here can tell whether the mail arrived. */
    record Unconfirmed(String reply) implements Failed {}
}
