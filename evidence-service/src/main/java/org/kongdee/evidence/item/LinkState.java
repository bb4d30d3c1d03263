package org.kongdee.evidence.item;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * How an item's link was when it was last looked at.
 *
 * @param status what was found
 * @param checkedAt when that was, in real time (RFC 3339); null if nobody has looked yet
 * @param location where it has moved to; null if it hasn't
 * @param note what was found, for people; null if nobody has looked yet
 */
@Embeddable
@Schema(name = "LinkState")
public record LinkState(
        @Column(name = "link_status") @Enumerated(EnumType.STRING) LinkStatus status,
        @Column(name = "link_checked_at") @Nullable Instant checkedAt,
        @Column(name = "link_location") @Nullable String location,
        @Column(name = "link_note") @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class)
                @Nullable LocalizedText note) {

    static final LinkState UNCHECKED = new LinkState(LinkStatus.UNCHECKED, null, null, null);
}
