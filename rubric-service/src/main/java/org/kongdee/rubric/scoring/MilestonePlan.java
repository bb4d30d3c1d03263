package org.kongdee.rubric.scoring;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Milestone;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.rubric.rule.Verdict;
import org.kongdee.web.text.LocalizedText;

/**
 * The milestones of a rubric in a cycle: when they are due, and whether the evidence meets them.
 */
public final class MilestonePlan {

    /** A milestone with its date in the cycle. */
    public record Due(Criterion criterion, Milestone milestone, LocalDate date) {}

    /** Whether a milestone is met, and if not, what is missing. */
    public record State(boolean met, List<LocalizedText> missing) {

        public State {
            missing = List.copyOf(missing);
        }
    }

    private MilestonePlan() {}

    /**
     * The due dates in a cycle for which {@link #faults} finds none, in the order of the document.
     */
    public static List<Due> of(Rubric rubric, Period period) {
        return rubric.criteria().stream()
                .flatMap(
                        criterion ->
                                criterion.milestones().stream()
                                        .flatMap(milestone -> due(criterion, milestone, period)))
                .toList();
    }

    private static Stream<Due> due(Criterion criterion, Milestone milestone, Period period) {
        return period
                .dateOf(milestone.due())
                .map(date -> new Due(criterion, milestone, date))
                .stream();
    }

    /**
     * The month-days of the rubric, in milestones and in rules, that fall outside the period; a
     * cycle cannot have these. Of very many the first, and how many more there are.
     */
    public static List<ScoringFault> faults(Rubric rubric, Period period) {
        var faults = new ScoringFaults(ScoringFaults.MOST);
        for (Criterion criterion : rubric.criteria()) {
            for (Milestone milestone : criterion.milestones()) {
                if (period.dateOf(milestone.due()).isEmpty()) {
                    faults.add(
                            outside(
                                    "milestone %s of criterion %s, due %s,"
                                            .formatted(
                                                    milestone.code(),
                                                    criterion.code(),
                                                    milestone.due()),
                                    period));
                }
            }
            Set<MonthDay> named = new TreeSet<>();
            criterion.rules().forEach(rule -> named.addAll(rule.monthDays()));
            for (MonthDay day : named) {
                if (period.dateOf(day).isEmpty()) {
                    faults.add(
                            outside(
                                    "%s in a rule of criterion %s".formatted(day, criterion.code()),
                                    period));
                }
            }
        }
        if (faults.more() == 0) {
            return faults.first();
        }
        List<ScoringFault> all = new ArrayList<>(faults.first());
        all.add(new ScoringFault("/period", "and %d more days".formatted(faults.more())));
        return List.copyOf(all);
    }

    /**
     * Whether a milestone is met: by its rule, or if it has none, by full points of the criterion.
     */
    public static State state(Criterion criterion, Milestone milestone, Facts facts, Scope scope) {
        Rule when = milestone.when();
        if (when != null) {
            Verdict verdict = when.verdict(facts, scope);
            return new State(verdict.met(), verdict.met() ? List.of() : List.of(verdict.because()));
        }
        Support support = Support.of(criterion, facts, scope);
        return new State(
                support.isFull(criterion),
                support.missing().stream().map(Support.Missing::needs).toList());
    }

    private static ScoringFault outside(String what, Period period) {
        return new ScoringFault(
                "/period",
                "%s is outside the period %s to %s".formatted(what, period.start(), period.end()));
    }
}
