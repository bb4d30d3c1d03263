package org.kongdee.evidence.collection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a collection shall be. */
public record PutCollection(
        @NotNull @Valid Period period,
        @NotNull CollectionStatus status,
        @NotNull ReviewMode review,
        @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid Slot> slots) {}
