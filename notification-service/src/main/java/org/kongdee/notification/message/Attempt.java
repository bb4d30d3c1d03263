package org.kongdee.notification.message;

import java.time.Instant;

/**
 * One dialogue with the mail server.
 *
 * @param number which try it was, from 1
 * @param at when it ended (RFC 3339)
 * @param outcome SENT, RETRY, FAILED, UNCONFIRMED or SUPPRESSED
 * @param reply what the server said, or what went wrong; on success with the Message-ID
 */
public record Attempt(int number, Instant at, MessageState outcome, String reply) {}
