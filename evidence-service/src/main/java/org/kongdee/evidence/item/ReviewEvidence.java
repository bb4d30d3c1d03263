package org.kongdee.evidence.item;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's word on an item.
 *
 * @param note why; needed for a rejection
 */
public record ReviewEvidence(@NotNull Decision decision, @Size(max = 2000) @Nullable String note) {

    /** Yes or no. */
    public enum Decision {
        ACCEPT,
        REJECT
    }
}
