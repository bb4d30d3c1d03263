package org.kongdee.notification.message;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One dialogue with the mail server, as kept with its mail. */
@Embeddable
record Tried(Instant at, @Enumerated(EnumType.STRING) MessageState outcome, String reply) {}
