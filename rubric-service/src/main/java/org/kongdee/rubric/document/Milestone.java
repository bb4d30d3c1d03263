package org.kongdee.rubric.document;

import java.time.MonthDay;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.web.text.LocalizedText;

/**
 * A due date of a criterion, as a month-day, so that it returns every cycle.
 *
 * @param code unique in the criterion, and part of the milestone's id for ever
 * @param round which time it is, of something to be done several times
 * @param when what meets it; without it, full points by evidence do
 */
public record Milestone(
        String code,
        MonthDay due,
        @Nullable Integer round,
        @Nullable LocalizedText title,
        @Nullable Rule when) {}
