package org.kongdee.evidence.content;

/** The state of some bytes, and so of every file that has them. */
public enum ContentStatus {
    /** Waits for the antivirus; given to nobody. */
    SCANNING,
    CLEAN,
    /** The antivirus objects; given to nobody. */
    QUARANTINED,
    /** What is stored is not what was uploaded; given to nobody. */
    DAMAGED
}
