package org.kongdee.rubric.facts;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was shown for a criterion: a signed plan, a circular memo, the minutes of a
 * section's meeting.
 *
 * @param title what people call it; counts for nothing
 * @param fields what the item states, such as {@code director}
 */
public record EvidenceItem(
        String criterion,
        String kind,
        @Nullable String channel,
        @Nullable String section,
        LocalDate date,
        @Nullable Coverage coverage,
        Set<String> fields,
        @Nullable String title) {

    public EvidenceItem {
        fields = Set.copyOf(fields);
    }
}
