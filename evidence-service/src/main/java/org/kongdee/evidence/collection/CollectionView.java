package org.kongdee.evidence.collection;

import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.etag.Tagged;

/**
 * What evidence is gathered for: one cycle of a contest, say.
 *
 * @param timeZone where its days begin and end, an IANA time zone
 * @param status whether it takes evidence
 * @param slots where evidence may be filed, in the order of the rubric
 * @param etag for {@code If-Match}; the same as the header where it stands alone
 */
@Schema(name = "Collection")
public record CollectionView(
        @Schema(examples = "division-contest-2565") String collection,
        Period period,
        @Schema(examples = "Asia/Bangkok", implementation = String.class) ZoneId timeZone,
        CollectionStatus status,
        ReviewMode review,
        List<Slot> slots,
        @Schema(examples = "\"7\"") String etag)
        implements Tagged {

    public CollectionView {
        slots = List.copyOf(slots);
    }

    static CollectionView of(Collection collection) {
        return new CollectionView(
                collection.code(),
                collection.period(),
                collection.timeZone(),
                collection.status(),
                collection.review(),
                collection.slots(),
                collection.etag());
    }
}
