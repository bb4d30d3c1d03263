package org.kongdee.evidence.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an item's link was when it was last looked at. */
@Embeddable
@Schema(name = "LinkState")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkState(
        @Column(name = "link_status") @Enumerated(EnumType.STRING) LinkStatus status,
        @Column(name = "link_checked_at") @Nullable Instant checkedAt,
        @Column(name = "link_location") @Nullable String location,
        @Column(name = "link_note") @Nullable String note) {}
