package org.kongdee.rubric.standing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
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

    StandingView view(Scorer scorer, Period period, LocalDate today) {
        var evidence = new UnitEvidence(items, unit.scope(period));
        Standing standing =
                Standing.of(
                        scorer,
                        index -> Leaves.decode(scorer, leaves, index),
                        evidence.accepted(today),
                        evidence.scope());
        return new StandingView(
                unit.unit(),
                unit.title(),
                waiting(_ -> true),
                waiting(item -> answering(item).isEmpty()),
                standing.backed().points(),
                standing.claimed().points(),
                standing.claimed().max(),
                unit.sections().stream().map(section -> view(section, standing)).toList(),
                changedAt);
    }

    private SectionStanding view(Section section, Standing standing) {
        List<Line> owned =
                standing.lines().stream()
                        .filter(line -> owns(section.code(), owners(line)))
                        .toList();
        return new SectionStanding(
                section.code(),
                section.title(),
                owned.size(),
                (int) owned.stream().filter(line -> isShared(owners(line))).count(),
                waiting(item -> answering(item).contains(section.code())),
                sum(owned, Line::backed),
                sum(owned, Line::claimed),
                sum(owned, line -> line.criterion().deducts() ? null : line.criterion().max()));
    }

    private int waiting(Predicate<CountedItem> which) {
        return (int) items.stream().filter(CountedItem::isWaiting).filter(which).count();
    }

    /** The section that it was filed for; if that is none of the unit's, those of its criterion. */
    private List<String> answering(CountedItem item) {
        List<String> codes = unit.sectionCodes();
        String filedFor = item.section();
        return filedFor != null && codes.contains(filedFor)
                ? List.of(filedFor)
                : codes.stream().filter(code -> owns(code, owners(item.slot()))).toList();
    }

    private static boolean owns(String section, List<String> those) {
        return those.contains(section) || those.contains(PlanEntry.EVERYONE);
    }

    private boolean isShared(List<String> those) {
        return those.size() > 1 || those.contains(PlanEntry.EVERYONE) && unit.sections().size() > 1;
    }

    private List<String> owners(Line line) {
        return owners(line.criterion().code());
    }

    private List<String> owners(String criterion) {
        return owners.getOrDefault(criterion, List.of());
    }

    /** Of what applies and has such points; what deducts is taken from them, never below 0. */
    private static BigDecimal sum(List<Line> lines, Function<Line, @Nullable BigDecimal> points) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : lines) {
            BigDecimal of = line.applicable() ? points.apply(line) : null;
            if (of != null) {
                sum = line.criterion().deducts() ? sum.subtract(of) : sum.add(of);
            }
        }
        return Exact.rounded(Exact.of(sum.max(BigDecimal.ZERO)));
    }
}
