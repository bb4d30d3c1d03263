package org.kongdee.evidence.item;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an item.
 *
 * @param at when, in business time (RFC 3339)
 * @param by the {@code sub} of who did it; {@code evidence-service} for what it found by itself
 * @param action what was done
 * @param detail what it was about
 * @param requestId the X-Request-Id of the request that did it; null for what the service did by
 *     itself
 */
@Schema(name = "EvidenceHistoryEntry")
public record HistoryEntry(
        Instant at,
        String by,
        @Nullable String byName,
        Action action,
        HistoryDetail detail,
        @Nullable String requestId) {

    /**
     * What was done. NEW_VERSION: somebody filed a newer version, which may still wait; SUPERSEDED:
     * it has taken the place of this one; RESTORED: it was reopened, and this one counts again.
     * REOPENED: what was decided was taken back. FILE_UNSCANNED (damaged before, and whole again),
     * FILE_CLEAN, FILE_QUARANTINED, FILE_DAMAGED and LINK_CHANGED are what the service found.
     */
    @Schema(name = "EvidenceAction")
    public enum Action {
        FILED,
        CORRECTED,
        ACCEPTED,
        REJECTED,
        REOPENED,
        WITHDRAWN,
        NEW_VERSION,
        SUPERSEDED,
        RESTORED,
        PURGED,
        FILE_UNSCANNED,
        FILE_CLEAN,
        FILE_QUARANTINED,
        FILE_DAMAGED,
        LINK_CHANGED
    }
}
