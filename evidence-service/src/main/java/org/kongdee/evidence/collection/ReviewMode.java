package org.kongdee.evidence.collection;

/** Who accepts or rejects evidence. */
public enum ReviewMode {
    /** An officer of the unit other than the uploader, or an assessor of another unit. */
    PEER,
    /** Assessors of other units only. */
    INDEPENDENT
}
