package org.kongdee.rubric.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.facts.Coverage;
import org.kongdee.rubric.facts.EvidenceItem;

/**
 * An item that counts, as evidence-service tells it.
 *
 * @param slot the code of the criterion
 * @param accepted whether it counts now
 * @param withPending whether it would if everything that waits were accepted
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CountedItem(
        String slot,
        String kind,
        @Nullable String channel,
        @Nullable String section,
        LocalDate date,
        @Nullable Coverage coverage,
        List<String> fields,
        boolean accepted,
        boolean withPending) {

    public CountedItem {
        fields = List.copyOf(fields);
    }

    public EvidenceItem evidence() {
        return new EvidenceItem(
                slot, kind, channel, section, date, coverage, Set.copyOf(fields), null);
    }
}
