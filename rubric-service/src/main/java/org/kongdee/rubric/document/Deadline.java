package org.kongdee.rubric.document;

import java.time.MonthDay;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.rule.Rule;

/**
 * A due date that the rubric itself fixes for all, as a month-day, so that it returns every cycle.
 * What a unit sets itself stands in its plan.
 *
 * @param code D1, D2 …, unique in the criterion, and part of a milestone's id for ever
 * @param when what meets it; without it, full points by evidence do
 */
public record Deadline(String code, MonthDay due, DocumentText title, @Nullable Rule when) {}
