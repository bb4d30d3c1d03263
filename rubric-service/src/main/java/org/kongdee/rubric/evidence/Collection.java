package org.kongdee.rubric.evidence;

import java.time.ZoneId;
import java.util.List;
import org.kongdee.rubric.facts.Period;
import org.kongdee.web.text.LocalizedText;

/**
 * What evidence is gathered for: a cycle, without a word about points.
 *
 * @param timeZone in which its days begin and end
 * @param status OPEN or CLOSED
 * @param review PEER or INDEPENDENT
 * @param slots in the order of the rubric
 */
public record Collection(
        Period period, ZoneId timeZone, String status, String review, List<Slot> slots) {

    public Collection {
        slots = List.copyOf(slots);
    }

    /** Where evidence for one criterion goes. */
    public record Slot(String code, LocalizedText title, List<Kind> kinds, List<String> channels) {

        public Slot {
            kinds = List.copyOf(kinds);
            channels = List.copyOf(channels);
        }
    }

    /** A kind of evidence, for drop-downs and mails. */
    public record Kind(String code, LocalizedText title) {}
}
