package org.kongdee.evidence.content;

/**
 * The state of a file: that of its bytes, once the antivirus has looked at this file. Only what is
 * CLEAN is given out: SCANNING waits for the antivirus, whatever is known of the same bytes from
 * elsewhere; to QUARANTINED it objects, and of DAMAGED what is stored is not what was uploaded.
 */
public enum ContentStatus {
    SCANNING,
    CLEAN,
    QUARANTINED,
    DAMAGED
}
