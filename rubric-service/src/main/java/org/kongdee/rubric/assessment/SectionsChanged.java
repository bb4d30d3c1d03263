package org.kongdee.rubric.assessment;

import org.kongdee.rubric.cycle.CycleView;

/**
 * An enrolled unit has other sections; part of the transaction that changed them.
 *
 * @param unit with the sections that it has now
 */
public record SectionsChanged(CycleView cycle, Enrolment unit) {}
