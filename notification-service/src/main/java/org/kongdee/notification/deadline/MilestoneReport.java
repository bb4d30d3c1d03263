package org.kongdee.notification.deadline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What rubric-service has to be told about a milestone: that it is done, or open again. */
@Entity
@SuppressWarnings("UnusedVariable") // Who tells reads it by SQL.
@Table(name = "rubric_outbox")
class MilestoneReport {

    @Id private String deadline;
    private boolean done;
    private String reason;
    private String saidBy;
    private @Nullable String saidByName;
    private Instant saidAt;
    private int attempts;
    private Instant nextAt;
    private @Nullable String failure;
    private @Nullable Instant refusedAt;

    /** For Hibernate. */
    protected MilestoneReport() {}

    MilestoneReport(String deadline, boolean done, String reason, Who who, Instant at) {
        this.deadline = deadline;
        say(done, reason, who, at);
    }

    /** The last word replaces the one before it, and is to be told at once. */
    final void say(boolean isDone, String why, Who who, Instant at) {
        done = isDone;
        reason = why;
        saidBy = who.by();
        saidByName = who.name();
        saidAt = at;
        attempts = 0;
        nextAt = at;
        failure = null;
        refusedAt = null;
    }
}
