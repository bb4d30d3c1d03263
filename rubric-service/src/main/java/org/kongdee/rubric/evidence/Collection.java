package org.kongdee.rubric.evidence;

import java.util.List;
import org.kongdee.rubric.facts.Period;
import org.kongdee.web.text.LocalizedText;

/**
 * What evidence is gathered for: a cycle, without a word about points.
 *
 * @param status OPEN or CLOSED
 * @param review PEER or INDEPENDENT
 * @param slots in the order of the rubric
 */
public record Collection(Period period, String status, String review, List<Slot> slots) {

    public Collection {
        slots = List.copyOf(slots);
    }

    /** Where evidence for one criterion goes. */
    public record Slot(
            String code, LocalizedText title, List<String> kinds, List<String> channels) {}
}
