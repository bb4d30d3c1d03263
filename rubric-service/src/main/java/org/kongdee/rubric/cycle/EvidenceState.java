package org.kongdee.rubric.cycle;

/**
 * Whether evidence-service has heard of something: PENDING until it has been told, which is tried
 * until it succeeds.
 */
public enum EvidenceState {
    PENDING,
    REGISTERED
}
