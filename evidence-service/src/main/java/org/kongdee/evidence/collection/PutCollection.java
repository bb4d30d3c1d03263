package org.kongdee.evidence.collection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a collection shall be.
 *
 * @param status whether it takes evidence
 * @param slots all slots, in the order of the rubric; a code stands once
 */
public record PutCollection(
        @NotNull @Valid Period period,
        @NotNull CollectionStatus status,
        @NotNull ReviewMode review,
        @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid PutSlot> slots) {

    List<Slot> wantedSlots() {
        return slots.stream().map(PutSlot::slot).toList();
    }
}
