package org.kongdee.rubric.assessment;

/** Who scores: the unit itself, or the committee. Neither stands in for the other. */
public enum Stage {
    SELF,
    COMMITTEE
}
