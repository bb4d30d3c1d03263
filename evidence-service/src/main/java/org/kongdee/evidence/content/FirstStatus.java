package org.kongdee.evidence.content;

/** The state that newly stored bytes begin with: whether somebody must look at them first. */
@FunctionalInterface
public interface FirstStatus {
    ContentStatus status();
}
