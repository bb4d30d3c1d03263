package org.kongdee.rubric.cycle;

/** A cycle opens; observers do their part in the same transaction. */
public record CycleOpened(CycleView cycle) {}
