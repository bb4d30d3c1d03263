package org.kongdee.rubric.evidence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Tally;
import org.kongdee.rubric.scoring.Obligations;

/**
 * The accepted evidence of a unit, and of each of its sections, as it counts on a day; tallied when
 * it is asked for.
 */
final class SectionEvidence implements Obligations.Evidence {

    private final UnitEvidence evidence;
    private final LocalDate day;
    private final Tally whole;
    private final Map<String, Tally> bySection = new HashMap<>();

    SectionEvidence(UnitEvidence evidence, LocalDate day) {
        this.evidence = evidence;
        this.day = day;
        this.whole = evidence.accepted(day);
    }

    @Override
    public Facts of(String criterion) {
        return whole.of(criterion);
    }

    @Override
    public Facts of(String criterion, String section) {
        return bySection.computeIfAbsent(section, of -> evidence.acceptedOf(of, day)).of(criterion);
    }
}
