package org.kongdee.evidence.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who decided about an item. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Review(
        @Column(name = "reviewed_by") String by,
        @Column(name = "reviewed_at") Instant at,
        @Column(name = "review_note") @Nullable String note) {}
