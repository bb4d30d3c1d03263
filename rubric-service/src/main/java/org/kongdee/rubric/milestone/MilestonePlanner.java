package org.kongdee.rubric.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.assessment.Enrolments;
import org.kongdee.rubric.assessment.UnitsEnrolled;
import org.kongdee.rubric.cycle.CycleOpened;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.milestone.Milestone.Key;
import org.kongdee.rubric.milestone.MilestoneRepository.New;
import org.kongdee.rubric.plan.PlanChanged;
import org.kongdee.rubric.plan.PlanRules;
import org.kongdee.rubric.plan.Plans;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.scoring.Obligation;
import org.kongdee.rubric.scoring.Obligations;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.security.Caller;

/**
 * Makes milestones of plans and of the rubric's deadlines, when a cycle opens, when units join it,
 * and when a plan changes; and sets them to what the evidence shows. Nothing that was said of one
 * is ever lost.
 */
@ApplicationScoped
public class MilestonePlanner {

    /** Rows an insert, so that a national assessment opens in bounded memory. */
    private static final int BATCH = 5_000;

    /** Units whose plans are read at a time. */
    private static final int UNITS = 500;

    private static final Obligations.Evidence NONE =
            new Obligations.Evidence() {
                @Override
                public Facts of(String criterion) {
                    return Facts.NONE;
                }

                @Override
                public Facts of(String criterion, String section) {
                    return Facts.NONE;
                }
            };

    private final MilestoneRepository repository;
    private final MilestoneHistory history;
    private final Plans plans;
    private final PlanRules rules;
    private final Enrolments enrolments;
    private final Rubrics rubrics;
    private final Caller caller;
    private final Clock clock;

    MilestonePlanner(
            MilestoneRepository repository,
            MilestoneHistory history,
            Plans plans,
            PlanRules rules,
            Enrolments enrolments,
            Rubrics rubrics,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.history = history;
        this.plans = plans;
        this.rules = rules;
        this.enrolments = enrolments;
        this.rubrics = rubrics;
        this.caller = caller;
        this.clock = clock;
    }

    void whenOpened(@Observes CycleOpened opened) {
        make(opened.cycle(), enrolments.of(opened.cycle().cycle()));
    }

    void whenEnrolled(@Observes UnitsEnrolled enrolled) {
        if (enrolled.cycle().status() == CycleView.Status.OPEN) {
            make(enrolled.cycle(), enrolments.of(enrolled.cycle().cycle(), enrolled.units()));
        }
    }

    private void make(CycleView cycle, List<Enrolment> units) {
        Rubric whole = rubrics.scorer(cycle.rubric(), cycle.version()).rubric();
        var stamp = new Stamp(clock.instant(), caller.subject(), caller.name());
        var batch = new ArrayList<New>();
        for (int from = 0; from < units.size(); from += UNITS) {
            List<Enrolment> some = units.subList(from, Math.min(from + UNITS, units.size()));
            Map<String, Plan> planned =
                    plans.of(cycle.cycle(), some.stream().map(Enrolment::unit).toList(), whole);
            for (Enrolment unit : some) {
                Plan plan = planned.getOrDefault(unit.unit(), Plan.EMPTY);
                List<Obligation> rows = rows(cycle, rubric(cycle, unit), unit, plan);
                Scope scope = unit.scope(cycle.period());
                for (int i = 0; i < rows.size(); i++) {
                    batch.add(
                            new New(
                                    unit.unit(),
                                    i,
                                    rows.get(i),
                                    Obligations.state(rows.get(i), NONE, scope)));
                }
                if (batch.size() >= BATCH) {
                    repository.make(cycle.cycle(), batch, stamp);
                    batch.clear();
                }
            }
        }
        repository.make(cycle.cycle(), batch, stamp);
    }

    /**
     * Milestones follow the plan: new ones are made, those that moved are due on their new day,
     * what is planned no longer is cancelled, and what returns is what it was. What the evidence
     * shows of them is settled afterwards, by whoever keeps it.
     */
    void whenPlanChanged(@Observes PlanChanged changed) {
        CycleView cycle = changed.cycle();
        if (cycle.status() != CycleView.Status.OPEN) {
            return;
        }
        String unit = changed.unit().unit();
        List<Obligation> rows =
                rows(cycle, rubric(cycle, changed.unit()), changed.unit(), changed.plan());
        Scope scope = changed.unit().scope(cycle.period());
        LocalDate today = LocalDate.ofInstant(clock.instant(), cycle.timeZone());
        Map<Key, Milestone> there = repository.of(cycle.cycle(), unit);
        Set<Key> planned = new HashSet<>();
        List<New> fresh = new ArrayList<>();
        List<Milestone> told = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Obligation row = rows.get(i);
            Key key = Key.of(cycle.cycle(), unit, row);
            planned.add(key);
            if (!changed.criteria().contains(row.criterion().code())) {
                continue;
            }
            Milestone milestone = there.get(key);
            if (milestone != null) {
                if (milestone.replan(row, i, changed.reason(), changed.stamp())) {
                    told.add(milestone);
                }
            } else if (!isOver(row, changed.joined(), today)) {
                fresh.add(new New(unit, i, row, Obligations.state(row, NONE, scope)));
            }
        }
        there.forEach(
                (key, milestone) -> {
                    if (!planned.contains(key)
                            && changed.criteria().contains(key.criterion())
                            && milestone.cancel(changed.reason(), changed.stamp())) {
                        told.add(milestone);
                    }
                });
        repository.write();
        told.forEach(milestone -> history.keep(milestone, changed.reason()));
        repository.make(cycle.cycle(), fresh, changed.stamp());
    }

    /** A section that has just joined owes nothing of a day before. */
    private static boolean isOver(Obligation row, Set<String> joined, LocalDate today) {
        return row.section() != null && joined.contains(row.section()) && row.due().isBefore(today);
    }

    /**
     * Sets each milestone of a unit to what its evidence shows, in the transaction under way; what
     * people said of it stands.
     *
     * @param by who did that: the follower of the evidence
     */
    public void settle(CycleView cycle, Enrolment unit, Obligations.Evidence evidence, String by) {
        var stamp = new Stamp(clock.instant(), by);
        Rubric rubric = rubric(cycle, unit);
        Scope scope = unit.scope(cycle.period());
        Map<Key, Milestone> there = repository.of(cycle.cycle(), unit.unit());
        List<Milestone> told = new ArrayList<>();
        Plan plan = plans.of(cycle.cycle(), unit.unit(), rubric);
        for (Obligation row : rows(cycle, rubric, unit, plan)) {
            @Nullable Milestone milestone = there.get(Key.of(cycle.cycle(), unit.unit(), row));
            if (milestone != null
                    && milestone.show(Obligations.state(row, evidence, scope), stamp)) {
                told.add(milestone);
            }
        }
        repository.write();
        told.forEach(milestone -> history.keep(milestone, null));
    }

    private List<Obligation> rows(CycleView cycle, Rubric rubric, Enrolment unit, Plan plan) {
        return Obligations.of(rubric, plan, cycle.period(), unit.sectionCodes(), rules.of(rubric));
    }

    private Rubric rubric(CycleView cycle, Enrolment unit) {
        return rubrics.scorer(cycle.rubric(), cycle.version(), unit.group()).asked();
    }
}
