package org.kongdee.rubric.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kongdee.rubric.assessment.Enrolments;
import org.kongdee.rubric.assessment.Leaves;
import org.kongdee.rubric.assessment.UnitsEnrolled;
import org.kongdee.rubric.catalog.Rubrics;
import org.kongdee.rubric.cycle.Cycle;
import org.kongdee.rubric.cycle.CycleOpened;
import org.kongdee.rubric.evidence.CountedItem;
import org.kongdee.rubric.evidence.EvidenceConfig;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;
import org.kongdee.rubric.milestone.MilestoneService;
import org.kongdee.rubric.scoring.Ceiling;

/** Keeps what evidence-service says of each enrolled unit, and what follows from it. */
@ApplicationScoped
public class UnitEvidenceService {

    /** Stands in the history of milestones where the evidence, and nobody, has spoken. */
    private static final String FOLLOWER = "evidence";

    private final UnitEvidenceRepository repository;
    private final Enrolments enrolments;
    private final MilestoneService milestones;
    private final Rubrics rubrics;
    private final EvidenceConfig config;
    private final Clock clock;

    UnitEvidenceService(
            UnitEvidenceRepository repository,
            Enrolments enrolments,
            MilestoneService milestones,
            Rubrics rubrics,
            EvidenceConfig config,
            Clock clock) {
        this.repository = repository;
        this.enrolments = enrolments;
        this.milestones = milestones;
        this.rubrics = rubrics;
        this.config = config;
        this.clock = clock;
    }

    void whenOpened(@Observes CycleOpened opened) {
        begin(opened.cycle(), List.of());
    }

    void whenEnrolled(@Observes UnitsEnrolled enrolled) {
        if (enrolled.cycle().status() == Cycle.Status.OPEN) {
            begin(enrolled.cycle(), enrolled.units());
        }
    }

    /** Takes what evidence-service says of a unit now, in the transaction under way. */
    public void replace(Cycle cycle, String unit, List<CountedItem> items) {
        List<String> sections =
                enrolments.sections(cycle.cycle(), List.of(unit)).getOrDefault(unit, List.of());
        var evidence = new UnitEvidence(items, new Scope(cycle.period(), Set.copyOf(sections)));
        Tally accepted = evidence.accepted(null);
        String ceilings = ceilings(cycle, accepted, evidence.scope());
        if (repository.replace(cycle.cycle(), unit, items, ceilings, clock.instant())) {
            milestones.settle(cycle, unit, accepted, evidence.scope(), FOLLOWER);
        }
    }

    private void begin(Cycle cycle, List<String> units) {
        if (!config.isOn()) {
            return;
        }
        var none = new Tally(Map.of(), List.of());
        // Many units have the same sections, or none: a national assessment opens in seconds.
        Map<Set<String>, String> bySections = new HashMap<>();
        Map<String, String> byUnit = new LinkedHashMap<>();
        enrolments
                .sections(cycle.cycle(), units)
                .forEach(
                        (unit, sections) ->
                                byUnit.put(
                                        unit,
                                        bySections.computeIfAbsent(
                                                Set.copyOf(sections),
                                                set ->
                                                        ceilings(
                                                                cycle,
                                                                none,
                                                                new Scope(cycle.period(), set)))));
        repository.begin(cycle.cycle(), byUnit, clock.instant());
    }

    private String ceilings(Cycle cycle, Tally accepted, Scope scope) {
        return rubrics.scorer(cycle.rubric(), cycle.version()).criteria().stream()
                .map(criterion -> Ceiling.of(criterion, accepted.of(criterion.code()), scope))
                .map(Leaves::encode)
                .collect(Collectors.joining(","));
    }
}
