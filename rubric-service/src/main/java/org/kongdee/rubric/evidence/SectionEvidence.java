package org.kongdee.rubric.evidence;

import java.util.HashMap;
import java.util.Map;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Tally;
import org.kongdee.rubric.scoring.Obligations;

/** The accepted evidence of a unit, and of each of its sections, tallied when it is asked for. */
final class SectionEvidence implements Obligations.Evidence {

    private final UnitEvidence evidence;
    private final Tally whole;
    private final Map<String, Tally> bySection = new HashMap<>();

    SectionEvidence(UnitEvidence evidence) {
        this.evidence = evidence;
        this.whole = evidence.accepted(null);
    }

    @Override
    public Facts of(String criterion) {
        return whole.of(criterion);
    }

    @Override
    public Facts of(String criterion, String section) {
        return bySection.computeIfAbsent(section, evidence::acceptedOf).of(criterion);
    }
}
