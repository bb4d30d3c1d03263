package org.kongdee.evidence.content;

/** The state that an uploaded file begins with: whether somebody must look at it first. */
@FunctionalInterface
public interface FirstStatus {
    ContentStatus status();
}
