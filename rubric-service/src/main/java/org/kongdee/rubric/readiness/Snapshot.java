package org.kongdee.rubric.readiness;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.evidence.UnitEvidence;
import org.kongdee.rubric.scoring.Claim;

/**
 * A unit's evidence and self-assessment in a cycle, as they stood at one moment.
 *
 * @param group of the unit; null if the rubric has none
 * @param timeZone in which the cycle's days begin and end
 * @param factsAsOf when the evidence was last known to be up to date; null if it never was
 * @param standing the self-scores, by criterion
 */
record Snapshot(
        String rubric,
        String version,
        @Nullable String group,
        ZoneId timeZone,
        @Nullable Instant factsAsOf,
        UnitEvidence evidence,
        Map<String, Standing> standing) {

    Snapshot {
        standing = Map.copyOf(standing);
    }

    /** A self-score as it stands. */
    record Standing(Claim claim, @Nullable String note, long revision) {}
}
