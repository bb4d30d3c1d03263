package org.kongdee.rubric.plan;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.PlanEntry;

/**
 * A change of what is planned for a criterion, for ever.
 *
 * @param criterion code of the criterion
 * @param before what was planned; null if nothing was
 * @param after what is planned since; null if nothing is
 * @param reason why; null where none was needed
 * @param requestId of the request that changed it
 */
public record PlanHistoryEntry(
        @Schema(examples = "1.1.2") String criterion,
        @Nullable PlanEntry before,
        @Nullable PlanEntry after,
        @Nullable String reason,
        Instant at,
        String by,
        @Nullable String byName,
        String requestId) {}
