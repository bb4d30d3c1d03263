package org.kongdee.evidence.collection;

/** What enrolling many units did. */
public record EnrolOutcome(int created, int changed, int unchanged) {}
