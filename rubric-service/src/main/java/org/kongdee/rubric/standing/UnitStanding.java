package org.kongdee.rubric.standing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.assessment.Leaves;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.evidence.CountedItem;
import org.kongdee.rubric.evidence.UnitEvidence;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.rubric.scoring.Standing;
import org.kongdee.rubric.scoring.Standing.Line;
import org.kongdee.rubric.standing.StandingView.SectionStanding;
import org.kongdee.rubric.unit.Section;

/**
 * What a standing is made of, as it stood at one moment.
 *
 * @param leaves the marks of the self-assessment, in the rubric's order
 * @param owners of the criteria that are planned, by code
 */
record UnitStanding(
        Enrolment unit,
        @Nullable String[] leaves,
        List<CountedItem> items,
        Map<String, List<String>> owners,
        Instant changedAt) {

    StandingView view(Scorer scorer, Period period) {
        var evidence = new UnitEvidence(items, unit.scope(period));
        Standing standing =
                Standing.of(
                        scorer,
                        index -> Leaves.decode(scorer, leaves, index),
                        evidence.accepted(null),
                        evidence.scope());
        return new StandingView(
                unit.unit(),
                unit.title(),
                waiting(null),
                standing.backed().points(),
                standing.claimed().points(),
                standing.claimed().max(),
                unit.sections().stream().map(section -> view(section, standing)).toList(),
                changedAt);
    }

    private SectionStanding view(Section section, Standing standing) {
        List<Line> owned =
                standing.lines().stream().filter(line -> owns(section.code(), line)).toList();
        return new SectionStanding(
                section.code(),
                section.title(),
                owned.size(),
                (int) owned.stream().filter(line -> isShared(owners(line))).count(),
                waiting(section.code()),
                sum(owned, Line::backed),
                sum(owned, Line::claimed),
                sum(owned, line -> line.criterion().max()));
    }

    /** Items that wait for review, of the unit or of a section. */
    private int waiting(@Nullable String section) {
        return (int)
                items.stream()
                        .filter(CountedItem::isWaiting)
                        .filter(item -> section == null || section.equals(item.section()))
                        .count();
    }

    private boolean owns(String section, Line line) {
        List<String> those = owners(line);
        return those.contains(section) || those.contains(PlanEntry.EVERYONE);
    }

    private boolean isShared(List<String> those) {
        return those.size() > 1 || those.contains(PlanEntry.EVERYONE) && unit.sections().size() > 1;
    }

    private List<String> owners(Line line) {
        return owners.getOrDefault(line.criterion().code(), List.of());
    }

    /** Of what applies and has such points. */
    private static BigDecimal sum(List<Line> lines, Function<Line, @Nullable BigDecimal> points) {
        return Exact.rounded(
                Exact.of(
                        lines.stream()
                                .filter(Line::applicable)
                                .map(points)
                                .filter(Objects::nonNull)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
}
