package org.kongdee.web.entity;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.Tagged;

/**
 * Something with a life cycle that Hibernate alone writes: its revision moves with every change,
 * from 1 on, and is what its ETag is made of. Two writers who have read the same revision never
 * both succeed.
 */
@MappedSuperclass
public abstract class Kept implements Tagged {

    @Version private long revision = 1;
    private Instant changedAt;
    private String changedBy;

    /** For Hibernate. */
    protected Kept() {}

    protected Kept(Stamp stamp) {
        this.changedAt = stamp.at();
        this.changedBy = stamp.by();
    }

    /** Every verb that changes something says who does it, and when. */
    protected final void changed(Stamp stamp) {
        this.changedAt = stamp.at();
        this.changedBy = stamp.by();
    }

    public final long revision() {
        return revision;
    }

    @Override
    public final String etag() {
        return ETags.of(revision);
    }

    public final Instant changedAt() {
        return changedAt;
    }

    public final String changedBy() {
        return changedBy;
    }
}
