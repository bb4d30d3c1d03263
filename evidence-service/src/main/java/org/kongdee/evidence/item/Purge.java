package org.kongdee.evidence.item;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The tombstone: who had the bytes removed, when and why. */
@Embeddable
public record Purge(
        @Column(name = "purged_by") String by,
        @Column(name = "purged_at") Instant at,
        @Column(name = "purge_reason") String reason) {}
