package org.kongdee.evidence.content;

/**
 * The state of all stored bytes.
 *
 * @param verified how many were re-hashed, or written, recently enough
 */
record ScrubProgress(long total, long verified, long damaged, long quarantined, long unscanned) {}
