package org.kongdee.evidence.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One step in the life of an item.
 *
 * @param detail what changed from what to what, a note, a reason
 */
@Schema(name = "EvidenceHistoryEntry")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HistoryEntry(
        Instant at, String by, Action action, Map<String, Object> detail, String requestId) {

    public HistoryEntry {
        detail = Map.copyOf(detail);
    }

    /** What was done. */
    public enum Action {
        FILED,
        CORRECTED,
        ACCEPTED,
        REJECTED,
        WITHDRAWN,
        NEW_VERSION,
        SUPERSEDED,
        PURGED,
        FILE_CLEAN,
        FILE_QUARANTINED,
        FILE_DAMAGED,
        LINK_CHANGED
    }
}
