package org.kongdee.notification.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.calendar.CalendarTokenResource.TokenView;
import org.kongdee.notification.deadline.Who;

/** The address of a recipient's calendar; of its secret part only a hash is kept. */
@Entity
@SuppressWarnings("UnusedVariable") // Queries read the hash.
class CalendarToken {

    @Id private UUID token;
    private String recipient;
    private byte[] hash;
    private Instant createdAt;
    private String createdBy;
    private @Nullable String createdByName;

    /** For Hibernate. */
    protected CalendarToken() {}

    CalendarToken(String recipient, byte[] hash, Instant createdAt, Who who) {
        this.token = UUID.randomUUID();
        this.recipient = recipient;
        this.hash = hash;
        this.createdAt = createdAt;
        this.createdBy = who.by();
        this.createdByName = who.name();
    }

    String recipient() {
        return recipient;
    }

    TokenView view() {
        return new TokenView(token, createdAt, createdBy, createdByName);
    }
}
