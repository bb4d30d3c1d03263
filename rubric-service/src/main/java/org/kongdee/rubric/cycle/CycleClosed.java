package org.kongdee.rubric.cycle;

/** A cycle closes; observers do their part in the same transaction. */
public record CycleClosed(CycleView cycle) {}
