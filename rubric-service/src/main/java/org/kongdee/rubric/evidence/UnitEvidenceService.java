package org.kongdee.rubric.evidence;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.assessment.Enrolments;
import org.kongdee.rubric.assessment.Leaves;
import org.kongdee.rubric.assessment.SectionsChanged;
import org.kongdee.rubric.assessment.TotalsRepository;
import org.kongdee.rubric.assessment.UnitsEnrolled;
import org.kongdee.rubric.cycle.CycleOpened;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.evidence.FeedRepository.Unit;
import org.kongdee.rubric.evidence.UnitEvidenceRepository.Counted;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;
import org.kongdee.rubric.milestone.MilestonePlanner;
import org.kongdee.rubric.plan.PlanChanged;
import org.kongdee.rubric.plan.Plans;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.scoring.Ceiling;

/** Keeps what evidence-service says of each enrolled unit, and what follows from it. */
@ApplicationScoped
class UnitEvidenceService {

    /** After milestones were made. */
    private static final int LAST = Interceptor.Priority.LIBRARY_AFTER;

    /** Stands in the history of milestones where the evidence, and nobody, has spoken. */
    private static final String FOLLOWER = "evidence";

    private final UnitEvidenceRepository repository;
    private final Enrolments enrolments;
    private final TotalsRepository totals;
    private final MilestonePlanner milestones;
    private final Plans plans;
    private final Rubrics rubrics;
    private final Event<ItemsReplaced> replaced;
    private final Clock clock;

    UnitEvidenceService(
            UnitEvidenceRepository repository,
            Enrolments enrolments,
            TotalsRepository totals,
            MilestonePlanner milestones,
            Plans plans,
            Rubrics rubrics,
            Event<ItemsReplaced> replaced,
            Clock clock) {
        this.repository = repository;
        this.enrolments = enrolments;
        this.totals = totals;
        this.milestones = milestones;
        this.plans = plans;
        this.rubrics = rubrics;
        this.replaced = replaced;
        this.clock = clock;
    }

    void whenOpened(@Observes CycleOpened opened) {
        begin(opened.cycle(), List.of());
    }

    void whenEnrolled(@Observes UnitsEnrolled enrolled) {
        begin(enrolled.cycle(), enrolled.units());
    }

    /** Takes what evidence-service says of a unit now, in the transaction under way. */
    void replace(CycleView cycle, String unit, List<CountedItem> items) {
        plans.lock(cycle.cycle(), unit);
        for (Enrolment enrolled : enrolments.of(cycle.cycle(), List.of(unit))) {
            var evidence = new UnitEvidence(items, enrolled.scope(cycle.period()));
            Instant now = clock.instant();
            Counted counted = counted(cycle, enrolled.group(), evidence, now);
            if (repository.replace(cycle.cycle(), unit, items, counted, now)) {
                // Results show what is claimed without evidence.
                totals.outdate(cycle.cycle(), unit);
                settle(cycle, enrolled, evidence, now);
                replaced.fire(new ItemsReplaced(cycle.cycle(), unit, items));
            }
        }
    }

    /**
     * Counts a unit anew if the day has begun on which more of its evidence counts, in the
     * transaction under way. Whoever holds the plan, such as another replica that counts it, comes
     * first.
     */
    void countAnew(CycleView cycle, Unit unit) {
        plans.lock(unit.cycle(), unit.unit());
        Instant now = clock.instant();
        if (!repository.isOutdated(unit, now)) {
            return;
        }
        List<CountedItem> items = repository.items(unit.cycle(), unit.unit());
        for (Enrolment enrolled : enrolments.of(unit.cycle(), List.of(unit.unit()))) {
            var evidence = new UnitEvidence(items, enrolled.scope(cycle.period()));
            repository.back(
                    unit.cycle(),
                    unit.unit(),
                    counted(cycle, enrolled.group(), evidence, now),
                    now);
            totals.outdate(unit.cycle(), unit.unit());
            // Of a closed cycle milestones stay as they are.
            if (cycle.status() == CycleView.Status.OPEN) {
                settle(cycle, enrolled, evidence, now);
            }
        }
    }

    private void settle(CycleView cycle, Enrolment unit, UnitEvidence evidence, Instant now) {
        milestones.settle(cycle, unit, new SectionEvidence(evidence, cycle.day(now)), FOLLOWER);
    }

    /** New milestones are what the evidence shows of them already. */
    void whenPlanChanged(@Observes @Priority(LAST) PlanChanged changed) {
        if (changed.cycle().status() == CycleView.Status.OPEN) {
            Enrolment unit = changed.unit();
            settle(
                    changed.cycle(),
                    unit,
                    new UnitEvidence(
                            repository.items(changed.cycle().cycle(), unit.unit()),
                            unit.scope(changed.cycle().period())),
                    clock.instant());
        }
    }

    /** Other sections count, so that other claims are backed. */
    void whenSectionsChanged(@Observes SectionsChanged changed) {
        CycleView cycle = changed.cycle();
        if (cycle.evidence() != null) {
            Enrolment unit = changed.unit();
            Scope scope = unit.scope(cycle.period());
            var evidence = new UnitEvidence(repository.items(cycle.cycle(), unit.unit()), scope);
            Instant now = clock.instant();
            repository.back(
                    cycle.cycle(), unit.unit(), counted(cycle, unit.group(), evidence, now), now);
        }
    }

    private void begin(CycleView cycle, List<String> units) {
        if (cycle.evidence() == null) {
            return;
        }
        var none = new Tally(Map.of(), List.of());
        // Many units have the same sections, or none: a national assessment opens in seconds.
        Map<Alike, String> alike = new HashMap<>();
        Map<String, String> byUnit = new LinkedHashMap<>();
        for (Enrolment enrolled : enrolments.of(cycle.cycle(), units)) {
            byUnit.put(
                    enrolled.unit(),
                    alike.computeIfAbsent(
                            new Alike(enrolled.group(), enrolled.scope(cycle.period())),
                            same -> ceilings(cycle, same.group, none, same.scope)));
        }
        repository.begin(cycle.cycle(), byUnit, clock.instant());
    }

    /** What units with the same evidence are backed alike by. */
    private record Alike(@Nullable String group, Scope scope) {}

    private Counted counted(
            CycleView cycle, @Nullable String group, UnitEvidence evidence, Instant now) {
        LocalDate today = cycle.day(now);
        return new Counted(
                ceilings(cycle, group, evidence.accepted(today), evidence.scope()),
                evidence.nextAfter(today)
                        .map(day -> day.atStartOfDay(cycle.timeZone()).toInstant())
                        .orElse(null));
    }

    private String ceilings(CycleView cycle, @Nullable String group, Tally accepted, Scope scope) {
        return rubrics.scorer(cycle.rubric(), cycle.version(), group).criteria().stream()
                .map(criterion -> Ceiling.of(criterion, accepted.of(criterion.code()), scope))
                .map(Leaves::encode)
                .collect(Collectors.joining(","));
    }
}
