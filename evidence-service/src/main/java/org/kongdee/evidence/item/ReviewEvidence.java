package org.kongdee.evidence.item;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Multiline;

/**
 * A reviewer's word on an item.
 *
 * @param decision whether it counts, or that what was decided is taken back
 * @param note why; null is enough for an acceptance
 */
public record ReviewEvidence(
        @NotNull Decision decision, @Multiline @Size(max = 2000) @Nullable String note) {

    /** Whether an item counts. REOPEN takes back what was decided: the item waits again. */
    @Schema(name = "ReviewDecision")
    public enum Decision {
        ACCEPT,
        REJECT,
        REOPEN
    }
}
