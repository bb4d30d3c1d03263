package org.kongdee.evidence.collection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What evidence is gathered for: one cycle of a contest, say. */
@Schema(name = "Collection")
public record Collection(
        @Schema(examples = "division-contest-2565") String collection,
        Period period,
        CollectionStatus status,
        ReviewMode review,
        List<Slot> slots,
        @JsonIgnore long revision) {

    public Collection {
        slots = List.copyOf(slots);
    }

    boolean is(PutCollection wanted) {
        return period.equals(wanted.period())
                && status == wanted.status()
                && review == wanted.review()
                && slots.equals(wanted.slots());
    }
}
