package org.kongdee.rubric.scoring;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Deadline;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.document.PlanMilestone;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.rule.Rule;
import org.kongdee.rubric.rule.Verdict;
import org.kongdee.web.text.LocalizedText;
import org.kongdee.web.text.Message;

/**
 * What a plan and the deadlines of a rubric come to in a cycle: rows with their days, and whether
 * the evidence meets them.
 */
public final class Obligations {

    private static final LocalizedText BY_HAND =
            new LocalizedText("done when somebody says so", "เสร็จเมื่อมีผู้แจ้งว่าทำแล้ว");

    /** Gives the rule of a criterion that a plan names. */
    @FunctionalInterface
    public interface Rules {
        Rule of(Criterion criterion, String source);
    }

    /** The accepted evidence of a unit. */
    public interface Evidence {

        Facts of(String criterion);

        /** The same of one section's items alone. */
        Facts of(String criterion, String section);
    }

    /**
     * How the evidence shows a milestone.
     *
     * @param missing what it does not show yet; nothing once it is met
     * @param open the owners without accepted evidence for it
     */
    public record State(boolean met, List<LocalizedText> missing, List<String> open) {

        public State {
            missing = List.copyOf(missing);
            open = List.copyOf(open);
        }
    }

    private Obligations() {}

    /**
     * The rows of a unit, in the order of the rubric; in a criterion the rubric's deadlines come
     * first. What falls outside the period is left out.
     *
     * @param sections of the unit, in its order; may be none
     */
    public static List<Obligation> of(
            Rubric rubric, Plan plan, Period period, Collection<String> sections, Rules rules) {
        List<Obligation> rows = new ArrayList<>();
        for (Criterion criterion : rubric.criteria()) {
            PlanEntry entry = plan.of(criterion.code());
            for (Deadline deadline : criterion.deadlines()) {
                period.dateOf(deadline.due())
                        .ifPresent(day -> rows.add(fixed(criterion, deadline, entry, day)));
            }
            for (PlanMilestone milestone : entry.milestones()) {
                milestone
                        .day()
                        .in(period)
                        .ifPresent(
                                day ->
                                        rows.addAll(
                                                planned(
                                                        criterion, milestone, entry, day, sections,
                                                        rules)));
            }
        }
        return List.copyOf(rows);
    }

    /** A deadline is owed by whoever answers for the criterion, else by all. */
    private static Obligation fixed(
            Criterion criterion, Deadline deadline, PlanEntry entry, LocalDate day) {
        return new Obligation(
                criterion,
                deadline.code(),
                null,
                null,
                day,
                entry.owners().isEmpty() ? List.of(PlanEntry.EVERYONE) : entry.owners(),
                entry.persons(),
                deadline.title(),
                true,
                deadline.when());
    }

    private static List<Obligation> planned(
            Criterion criterion,
            PlanMilestone milestone,
            PlanEntry entry,
            LocalDate day,
            Collection<String> sections,
            Rules rules) {
        List<String> owners = entry.ownersOf(milestone);
        Rule when = milestone.when() == null ? null : rules.of(criterion, milestone.when());
        if (milestone.each() == null) {
            return List.of(row(criterion, milestone, entry, day, null, owners, when));
        }
        Collection<String> owing = owners.equals(List.of(PlanEntry.EVERYONE)) ? sections : owners;
        return owing.stream()
                .map(one -> row(criterion, milestone, entry, day, one, List.of(one), when))
                .toList();
    }

    private static Obligation row(
            Criterion criterion,
            PlanMilestone milestone,
            PlanEntry entry,
            LocalDate day,
            @Nullable String section,
            List<String> owners,
            @Nullable Rule when) {
        return new Obligation(
                criterion,
                milestone.code(),
                section,
                milestone.round(),
                day,
                owners,
                entry.persons(),
                milestone.title() == null ? criterion.title() : milestone.title(),
                false,
                when);
    }

    /**
     * How the evidence shows a milestone: by its rule; a joint one without a rule by full points of
     * the criterion; one that each section owes without a rule, or that is of a criterion which
     * deducts, is settled by hand alone.
     *
     * @param scope of the unit
     */
    public static State state(Obligation row, Evidence evidence, Scope scope) {
        String criterion = row.criterion().code();
        Rule when = row.when();
        if (row.section() != null) {
            if (when == null) {
                return new State(false, List.of(BY_HAND), row.owners());
            }
            Verdict verdict =
                    when.verdict(evidence.of(criterion, row.section()), scope.of(row.section()));
            return verdict.met()
                    ? new State(true, List.of(), List.of())
                    : new State(false, List.of(verdict.because()), row.owners());
        }
        Facts facts = evidence.of(criterion);
        List<String> open = open(row, facts, scope);
        if (when != null) {
            Verdict verdict = when.verdict(facts, scope);
            return new State(
                    verdict.met(), verdict.met() ? List.of() : List.of(verdict.because()), open);
        }
        if (row.criterion().deducts()) {
            return new State(false, List.of(BY_HAND), open);
        }
        Support support = Support.of(row.criterion(), facts, scope);
        return new State(
                support.isFull(row.criterion()),
                support.missing().stream().map(Support.Missing::needs).toList(),
                open);
    }

    /** Only evidence of the kinds that the rule asks for is evidence for the milestone. */
    private static List<String> open(Obligation row, Facts facts, Scope scope) {
        Set<String> kinds = row.when() == null ? facts.kinds().keySet() : row.when().kinds();
        return (row.isOwedByAll() ? scope.sections().stream().sorted() : row.owners().stream())
                .filter(
                        section ->
                                kinds.stream()
                                        .map(facts::of)
                                        .flatMap(Optional::stream)
                                        .noneMatch(of -> of.sections().containsKey(section)))
                .toList();
    }

    /**
     * The month-days in rules of a rubric that fall outside the period; a cycle cannot have these.
     * Of very many the first, and how many more there are. Deadlines outside are left out instead.
     */
    public static List<ScoringFault> faults(Rubric rubric, Period period) {
        var faults = new ScoringFaults(ScoringFaults.MOST);
        for (Criterion criterion : rubric.criteria()) {
            Set<MonthDay> named = new TreeSet<>();
            criterion.scheme().rules().forEach(rule -> named.addAll(rule.monthDays()));
            criterion.deadlines().stream()
                    .filter(deadline -> period.dateOf(deadline.due()).isPresent())
                    .map(Deadline::when)
                    .forEach(
                            when -> {
                                if (when != null) {
                                    named.addAll(when.monthDays());
                                }
                            });
            for (MonthDay day : named) {
                if (period.dateOf(day).isEmpty()) {
                    faults.add(
                            new ScoringFault(
                                    "/period",
                                    Message.of(
                                            "%s in a rule of criterion %s is outside the period %s to %s",
                                            day, criterion.code(), period.start(), period.end())));
                }
            }
        }
        if (faults.more() == 0) {
            return faults.first();
        }
        List<ScoringFault> all = new ArrayList<>(faults.first());
        all.add(new ScoringFault("/period", Message.of("and %d more days", faults.more())));
        return List.copyOf(all);
    }
}
