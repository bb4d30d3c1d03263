package org.kongdee.evidence.item;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tombstone: who had the bytes removed, when and why.
 *
 * @param reason as the organiser gave it
 */
@Embeddable
public record Purge(
        @Column(name = "purged_by") String by,
        @Column(name = "purged_by_name") @Nullable String byName,
        @Column(name = "purged_at") Instant at,
        @Column(name = "purge_reason") String reason) {}
