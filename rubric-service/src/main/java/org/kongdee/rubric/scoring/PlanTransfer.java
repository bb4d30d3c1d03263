package org.kongdee.rubric.scoring;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.DueDay;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.document.PlanBasis;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.document.PlanMilestone;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.rule.RuleCompiler;
import org.kongdee.rubric.rule.Suggestions;
import org.kongdee.web.text.Message;

/**
 * Carries a plan over to where sections, criteria or days are others. What has no place there
 * becomes a hole: it is left out, and told. What is left is a plan without faults.
 *
 * <p>An owner without a counterpart is left out; a milestone that nobody owes then, or whose day
 * falls outside, goes with it. What came of last year's work is no plan, and stays behind when the
 * year changes.
 */
public final class PlanTransfer {

    /**
     * Something that has no place in the other plan, at a JSON pointer of the one it comes from.
     */
    public record Hole(String path, Message why) {}

    /** What was carried over. */
    public record Carried(Plan plan, List<Hole> holes) {

        public Carried {
            holes = List.copyOf(holes);
        }
    }

    private final PlanBasis to;
    private final Map<String, String> sections;
    private final boolean sameUnit;
    private final boolean sameYear;
    private final int years;
    private final List<Hole> holes = new ArrayList<>();

    private PlanTransfer(
            PlanBasis to, Map<String, String> sections, boolean sameUnit, Period from) {
        this.to = to;
        this.sections = sections;
        this.sameUnit = sameUnit;
        this.sameYear = from.equals(to.period());
        // To the nearest year: cycles do not all begin on the same day.
        this.years =
                Math.toIntExact(
                        Math.floorDiv(
                                ChronoUnit.MONTHS.between(from.start(), to.period().start()) + 6,
                                12));
    }

    /**
     * Carries a plan over.
     *
     * @param sections what sections are called there; a section that both have is called the same
     * @param sameUnit whether it stays within the unit, so that its persons come along
     * @param from the period of the cycle it comes from
     */
    public static Carried carry(
            Plan plan, PlanBasis to, Map<String, String> sections, boolean sameUnit, Period from) {
        return new PlanTransfer(to, sections, sameUnit, from).carry(plan);
    }

    private Carried carry(Plan plan) {
        Map<String, Criterion> known =
                to.rubric().criteria().stream()
                        .collect(Collectors.toMap(Criterion::code, Function.identity()));
        Map<String, PlanEntry> carried = new LinkedHashMap<>();
        plan.criteria()
                .forEach(
                        (code, entry) -> {
                            String path = "/criteria/" + code;
                            Criterion criterion = known.get(code);
                            if (criterion == null) {
                                holes.add(
                                        new Hole(
                                                path,
                                                Message.of(
                                                        "the rubric has no criterion %s", code)));
                            } else {
                                carried.put(code, entry(criterion, entry, path));
                            }
                        });
        return new Carried(new Plan(carried), holes);
    }

    private PlanEntry entry(Criterion criterion, PlanEntry entry, String path) {
        List<String> owners = owners(entry.owners(), path);
        List<PlanMilestone> milestones = new ArrayList<>();
        for (int i = 0; i < entry.milestones().size(); i++) {
            milestone(criterion, entry.milestones().get(i), owners, path + "/milestones/" + i)
                    .ifPresent(milestones::add);
        }
        return new PlanEntry(
                owners,
                sameUnit ? entry.persons() : List.of(),
                entry.text(),
                sameUnit && sameYear ? entry.result() : null,
                milestones);
    }

    private List<String> owners(List<String> owners, String path) {
        Set<String> carried = new LinkedHashSet<>();
        for (int i = 0; i < owners.size(); i++) {
            String owner = owners.get(i);
            String there = sections.getOrDefault(owner, owner);
            if (owner.equals(PlanEntry.EVERYONE) || to.sections().contains(there)) {
                carried.add(there);
            } else {
                holes.add(
                        new Hole(
                                path + "/owners/" + i,
                                Message.of("the section %s has no counterpart", owner)));
            }
        }
        return List.copyOf(carried);
    }

    private Optional<PlanMilestone> milestone(
            Criterion criterion, PlanMilestone milestone, List<String> ownersAbove, String path) {
        List<String> owners = owners(milestone.owners(), path);
        Message why = null;
        DueDay day = milestone.day().yearsLater(years);
        if (day.in(to.period()).isEmpty()) {
            why = Message.of("%s falls outside the cycle", day);
        } else if (owners.isEmpty() && (ownersAbove.isEmpty() || !milestone.owners().isEmpty())) {
            why = Message.of("nobody owes it");
        } else if (milestone.each() != null && to.sections().isEmpty()) {
            why = Message.of("the unit has no sections that could each owe it");
        } else if (milestone.when() != null && !isRule(criterion, milestone.when())) {
            why = Message.of("its rule asks for kinds, fields or days that are not there");
        }
        if (why != null) {
            holes.add(new Hole(path, why));
            return Optional.empty();
        }
        return Optional.of(
                new PlanMilestone(
                        milestone.code(),
                        day.toString(),
                        milestone.title(),
                        milestone.round(),
                        milestone.each(),
                        owners,
                        milestone.when()));
    }

    private boolean isRule(Criterion criterion, String source) {
        RuleCompiler.Compilation compilation =
                new RuleCompiler(new Suggestions(), to.rubric().vocabulary())
                        .compile(source, new HashSet<>(criterion.kinds()));
        return compilation.rule() != null
                && compilation.rule().monthDays().stream()
                        .allMatch(day -> to.period().dateOf(day).isPresent());
    }
}
