package org.kongdee.evidence.collection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a collection shall be.
 *
 * @param timeZone where its days begin and end, a name of the IANA time zone database
 * @param status whether it takes evidence
 * @param slots all slots, in the order of the rubric; a code stands once
 */
public record PutCollection(
        @NotNull @Valid Period period,
        @NotNull @Schema(examples = "Asia/Bangkok", implementation = String.class) ZoneId timeZone,
        @NotNull CollectionStatus status,
        @NotNull ReviewMode review,
        @NotNull @Size(min = 1, max = MOST) List<@NotNull @Valid PutSlot> slots) {

    /** As many criteria as a rubric may have. */
    private static final int MOST = 2_000;

    List<Slot> wantedSlots() {
        return slots.stream().map(PutSlot::slot).toList();
    }
}
