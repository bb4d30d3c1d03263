package org.kongdee.evidence.collection;

/**
 * What enrolling many units did.
 *
 * @param created how many were new
 * @param changed how many got another title or other sections
 * @param unchanged how many were as wanted already
 */
public record EnrolOutcome(int created, int changed, int unchanged) {}
