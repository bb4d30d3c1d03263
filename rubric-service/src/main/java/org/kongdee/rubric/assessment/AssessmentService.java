package org.kongdee.rubric.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.cycle.CycleOpened;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.scoring.Mark;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.rubric.unit.UnitService;
import org.kongdee.rubric.unit.UnitView;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.bulk.Outcome;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;

/** Enrols units in cycles. */
@ApplicationScoped
public class AssessmentService {

    private final AssessmentRepository repository;
    private final TotalsRepository totals;
    private final StandingClaims claims;
    private final CycleService cycles;
    private final UnitService units;
    private final Rubrics rubrics;
    private final Event<UnitsEnrolled> enrolled;
    private final Caller caller;
    private final Clock clock;

    AssessmentService(
            AssessmentRepository repository,
            TotalsRepository totals,
            StandingClaims claims,
            CycleService cycles,
            UnitService units,
            Rubrics rubrics,
            Event<UnitsEnrolled> enrolled,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.totals = totals;
        this.claims = claims;
        this.cycles = cycles;
        this.units = units;
        this.rubrics = rubrics;
        this.enrolled = enrolled;
        this.caller = caller;
        this.clock = clock;
    }

    Versioned<AssessmentView> get(String cycle, String unit) {
        caller.mustSee(unit);
        Versioned<AssessmentView> found =
                totals.find(cycle, unit).orElseThrow(() -> notEnrolled(cycle, unit));
        return new Versioned<>(found.view().with(claims.of(cycle, unit)), found.etag());
    }

    /**
     * @throws NotFound unless the unit is enrolled, and the caller's to see
     */
    public void mustBeThere(String cycle, String unit) {
        caller.mustSee(unit);
        if (!repository.exists(cycle, unit)) {
            throw notEnrolled(cycle, unit);
        }
    }

    Page<AssessmentView> list(String cycle, Paging paging) {
        return totals.page(cycles.get(cycle).view().cycle(), caller.onlyUnit(), paging);
    }

    @Transactional
    void stream(String cycle, Consumer<AssessmentView> sink) {
        totals.each(cycles.get(cycle).view().cycle(), caller.onlyUnit(), sink);
    }

    @Transactional
    Written<AssessmentView> enrol(String cycle, String unit) {
        CycleView there = takesUnits(cycle);
        UnitView joining = units.get(unit).view();
        if (repository.exists(cycle, unit)) {
            Versioned<AssessmentView> now = get(cycle, unit);
            return new Written<>(now.view(), now.etag(), false);
        }
        var created = new Assessment(there, unit, joining.sections(), stamp());
        repository.persistAndFlush(created);
        Totals empty = begin(there, List.of(unit));
        return new Written<>(
                AssessmentView.of(created, there.status(), empty), created.etag(), true);
    }

    /**
     * Each line answers for itself: 201 enrolled, 200 enrolled before, 422 for an unknown or
     * doubled unit.
     */
    @Transactional
    List<Outcome> enrolAll(String cycle, List<Line<EnrolUnit>> lines) {
        CycleView there = takesUnits(cycle);
        List<String> asked = Line.values(lines).stream().map(EnrolUnit::unit).toList();
        Map<String, Boolean> enrolledBefore = repository.enrolledByUnit(cycle, asked);
        var wanted = new HashSet<String>();
        List<Outcome> outcomes =
                Line.each(
                        lines,
                        (number, enrol) ->
                                outcome(
                                        number,
                                        enrol.unit(),
                                        enrolledBefore.get(enrol.unit()),
                                        wanted));
        List<String> created = repository.enrol(there, wanted, stamp());
        if (!created.isEmpty()) {
            Totals unused = begin(there, created);
        }
        return outcomes;
    }

    private static Outcome outcome(
            int line, String unit, @Nullable Boolean enrolledBefore, Set<String> wanted) {
        if (enrolledBefore == null) {
            return Outcome.rejected(
                    line,
                    RuleBroken.at(
                            "unknown-unit", "/unit", "There is no unit '%s'.".formatted(unit)));
        }
        if (!wanted.add(unit)) {
            return Outcome.rejected(
                    line,
                    RuleBroken.at(
                            "duplicate-line", "/unit", "An earlier line is for the same unit."));
        }
        return Outcome.accepted(line, enrolledBefore ? 200 : 201, Map.of("unit", unit));
    }

    /** Nothing is scored yet of units that have just been enrolled. */
    private Totals begin(CycleView cycle, List<String> created) {
        Scorer scorer = rubrics.scorer(cycle.rubric(), cycle.version());
        Totals empty = empty(scorer);
        totals.begin(cycle.cycle(), created, scorer.criteria().size(), empty);
        enrolled.fire(new UnitsEnrolled(cycle, created));
        return empty;
    }

    void whenOpened(@Observes CycleOpened opened) {
        CycleView cycle = opened.cycle();
        Scorer scorer = rubrics.scorer(cycle.rubric(), cycle.version());
        totals.reset(cycle.cycle(), scorer.criteria().size(), empty(scorer));
    }

    private static Totals empty(Scorer scorer) {
        return Totals.of(scorer.score(_ -> Mark.UNSCORED));
    }

    private CycleView takesUnits(String cycle) {
        CycleView there = cycles.getLocked(cycle);
        if (there.status() == CycleView.Status.CLOSED) {
            throw new Conflict("cycle-closed", "The cycle is closed; nobody can be enrolled.");
        }
        return there;
    }

    public static NotFound notEnrolled(String cycle, String unit) {
        return new NotFound("Unit '%s' is not enrolled in cycle '%s'.".formatted(unit, cycle));
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), caller.subject());
    }
}
