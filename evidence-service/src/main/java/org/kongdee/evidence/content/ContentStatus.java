package org.kongdee.evidence.content;

import java.util.Set;

/**
 * The state of a file: that of its bytes, once the antivirus has looked at this file. Only what is
 * UNSCANNED (nobody has looked, since no antivirus is configured) or CLEAN is given out: SCANNING
 * waits for the antivirus, whatever is known of the same bytes from elsewhere; to QUARANTINED it
 * objects, and of DAMAGED what is stored is not what was uploaded.
 */
public enum ContentStatus {
    UNSCANNED,
    SCANNING,
    CLEAN,
    QUARANTINED,
    DAMAGED;

    /** What is given out, and counts. */
    static final Set<ContentStatus> GIVEN = Set.of(UNSCANNED, CLEAN);

    /** {@link #GIVEN}, as it stands in statements. */
    public static final String GIVEN_SQL = "('UNSCANNED', 'CLEAN')";

    public boolean isGiven() {
        return GIVEN.contains(this);
    }
}
