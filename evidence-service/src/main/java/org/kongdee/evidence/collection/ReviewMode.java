package org.kongdee.evidence.collection;

/**
 * Who accepts or rejects evidence. PEER: an officer of the unit other than the uploader, or an
 * assessor of another unit. INDEPENDENT: assessors of other units only.
 */
public enum ReviewMode {
    PEER,
    INDEPENDENT
}
