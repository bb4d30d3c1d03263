package org.kongdee.evidence.content;

/**
 * The state of some bytes, and so of every file that has them. Only what is CLEAN is given out:
 * SCANNING waits for the antivirus, to QUARANTINED it objects, and of DAMAGED what is stored is not
 * what was uploaded.
 */
public enum ContentStatus {
    SCANNING,
    CLEAN,
    QUARANTINED,
    DAMAGED
}
