package org.kongdee.notification.message;

import java.time.Instant;

/**
 * One dialogue with the mail server.
 *
 * @param reply what the server said, or what went wrong; on success with the Message-ID
 */
public record Attempt(int number, Instant at, MessageState outcome, String reply) {}
