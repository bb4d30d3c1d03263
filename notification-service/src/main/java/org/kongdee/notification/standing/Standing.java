package org.kongdee.notification.standing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.kongdee.web.text.LocalizedText;

/**
 * Where a unit stands in a cycle, as rubric-service tells it and it is kept.
 *
 * @param waiting items that nobody has reviewed yet
 * @param unassigned how many of these no section answers for
 * @param backed points that accepted evidence supports
 * @param claimed points that the unit claims
 * @param max points that it can reach
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Standing(
        String unit,
        LocalizedText title,
        int waiting,
        int unassigned,
        BigDecimal backed,
        BigDecimal claimed,
        BigDecimal max,
        List<OfSection> sections,
        Instant changedAt) {

    /**
     * What of it is one section's.
     *
     * @param criteria how many it owns
     * @param shared how many of these other sections own too
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OfSection(
            String section,
            LocalizedText title,
            int criteria,
            int shared,
            int waiting,
            BigDecimal backed,
            BigDecimal claimed,
            BigDecimal max) {}
}
