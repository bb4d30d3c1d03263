package org.kongdee.notification.deadline;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A due date that somebody here has called done. */
@Entity
@SuppressWarnings("UnusedVariable") // Queries read the key; the rest is for the record.
class Completion {

    /** One due date of an obligation. */
    @Embeddable
    record Key(String deadline, LocalDate due) {}

    @EmbeddedId private Key key;
    private Instant doneAt;
    private String doneBy;
    private @Nullable String doneByName;

    /** For Hibernate. */
    protected Completion() {}

    Completion(Key key, Instant doneAt, Who who) {
        this.key = key;
        this.doneAt = doneAt;
        this.doneBy = who.by();
        this.doneByName = who.name();
    }
}
