package org.kongdee.rubric.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.AssessmentService;
import org.kongdee.rubric.document.Criterion;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;
import org.kongdee.rubric.milestone.MilestoneService;
import org.kongdee.rubric.milestone.MilestoneView;
import org.kongdee.rubric.plan.Plans;
import org.kongdee.rubric.readiness.NextSteps.Step;
import org.kongdee.rubric.readiness.Snapshot.Standing;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.scoring.Ceiling;
import org.kongdee.rubric.scoring.Claim;
import org.kongdee.rubric.scoring.Claims;
import org.kongdee.rubric.scoring.Exact;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.rubric.scoring.Support;
import org.kongdee.web.security.Caller;

/**
 * Tells what a unit's evidence supports. It asks no neighbour: what is known of the evidence lies
 * in this service's own tables, and says as of when.
 */
@ApplicationScoped
class ReadinessService {

    private final ReadinessRepository repository;
    private final MilestoneService milestones;
    private final Plans plans;
    private final Rubrics rubrics;
    private final Caller caller;
    private final Clock clock;

    ReadinessService(
            ReadinessRepository repository,
            MilestoneService milestones,
            Plans plans,
            Rubrics rubrics,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.milestones = milestones;
        this.plans = plans;
        this.rubrics = rubrics;
        this.caller = caller;
        this.clock = clock;
    }

    Readiness readiness(String cycle, String unit, @Nullable LocalDate asOf) {
        Snapshot snapshot = snapshot(cycle, unit);
        Scope scope = snapshot.evidence().scope();
        LocalDate day = asOf == null ? today(snapshot) : asOf;
        Tally accepted = snapshot.evidence().accepted(day);
        Tally withPending = snapshot.evidence().withPending(day);
        List<CriterionReadiness> criteria = new ArrayList<>();
        for (Criterion criterion : scorer(snapshot).criteria()) {
            Facts facts = accepted.of(criterion.code());
            Facts later = withPending.of(criterion.code());
            Support support = Support.of(criterion, facts, scope);
            Claim claimed = claimed(snapshot, criterion);
            criteria.add(
                    CriterionReadiness.of(
                            criterion,
                            support,
                            later.equals(facts)
                                    ? support.claim()
                                    : Support.of(criterion, later, scope).claim(),
                            claimed,
                            claimed == null || snapshot.factsAsOf() == null
                                    ? null
                                    : isAbove(criterion, claimed, facts, scope)));
        }
        return new Readiness(cycle, unit, asOf, snapshot.factsAsOf(), criteria);
    }

    NextSteps nextSteps(String cycle, String unit) {
        Snapshot snapshot = snapshot(cycle, unit);
        Map<String, MilestoneView> dues = milestones.nextDue(cycle, unit);
        Plan plan = plans.of(cycle, unit, scorer(snapshot).rubric());
        Scope scope = snapshot.evidence().scope();
        LocalDate today = today(snapshot);
        Tally accepted = snapshot.evidence().accepted(today);
        Tally withPending = snapshot.evidence().withPending(today);
        List<Step> steps = new ArrayList<>();
        for (Criterion criterion : scorer(snapshot).criteria()) {
            Claim claimed = claimed(snapshot, criterion);
            if (claimed instanceof Claim.NotApplicable) {
                continue;
            }
            Support support = Support.of(criterion, accepted.of(criterion.code()), scope);
            Support later = Support.of(criterion, withPending.of(criterion.code()), scope);
            for (Support.Missing missing : support.missing()) {
                BigDecimal points = worth(criterion, support, missing, claimed);
                if (points.signum() > 0) {
                    steps.add(
                            step(
                                    criterion,
                                    missing,
                                    points,
                                    isReached(missing, later),
                                    dues.get(criterion.code()),
                                    plan.of(criterion.code()).owners()));
                }
            }
        }
        return new NextSteps(snapshot.factsAsOf(), steps);
    }

    /** What is known of a unit that the caller may see. */
    Snapshot snapshot(String cycle, String unit) {
        caller.mustSee(unit);
        return repository
                .find(cycle, unit)
                .orElseThrow(() -> AssessmentService.notEnrolled(cycle, unit));
    }

    /** Evidence that is dated later does not count yet. */
    LocalDate today(Snapshot snapshot) {
        return LocalDate.ofInstant(clock.instant(), snapshot.timeZone());
    }

    Scorer scorer(Snapshot snapshot) {
        return rubrics.scorer(snapshot.rubric(), snapshot.version(), snapshot.group());
    }

    private static boolean isAbove(Criterion criterion, Claim claimed, Facts facts, Scope scope) {
        return Ceiling.isExceeded(
                criterion,
                Claims.mark(criterion, claimed, false),
                Ceiling.of(criterion, facts, scope));
    }

    private static @Nullable Claim claimed(Snapshot snapshot, Criterion criterion) {
        Standing standing = snapshot.standing().get(criterion.code());
        return standing == null ? null : standing.claim();
    }

    /** Where evidence infers no claim, what somebody has claimed already is no step any more. */
    private static BigDecimal worth(
            Criterion criterion,
            Support support,
            Support.Missing missing,
            @Nullable Claim claimed) {
        return support.claim() == null && claimed != null
                ? criterion.max().subtract(Claims.points(criterion, claimed))
                : missing.points();
    }

    /** Whether the evidence that waits makes the step. */
    private static boolean isReached(Support.Missing missing, Support later) {
        Integer rung = missing.rung();
        return switch (later.claim()) {
            case Claim.Climbed climbed -> rung != null && climbed.rung(missing.part()) >= rung;
            case Claim.Met(boolean met) -> met;
            case Claim.Tiers _, Claim.Value _, Claim.NotApplicable _ -> false;
            case null -> false;
        };
    }

    private static Step step(
            Criterion criterion,
            Support.Missing missing,
            BigDecimal points,
            boolean waiting,
            @Nullable MilestoneView due,
            List<String> owners) {
        return new Step(
                criterion.code(),
                criterion.title().filled(),
                criterion.label(),
                missing.part(),
                missing.rung(),
                Exact.plain(points),
                missing.needs(),
                waiting,
                due == null ? null : due.due(),
                due == null ? null : due.code(),
                due == null ? owners : due.sections());
    }
}
