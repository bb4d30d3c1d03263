package org.kongdee.evidence.item;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who decided about an item.
 *
 * @param note why; null if an acceptance says nothing
 */
@Embeddable
public record Review(
        @Column(name = "reviewed_by") String by,
        @Column(name = "reviewed_by_name") @Nullable String byName,
        @Column(name = "reviewed_at") Instant at,
        @Column(name = "review_note") @Nullable String note) {}
