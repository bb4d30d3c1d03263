package org.kongdee.rubric.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.AssessmentRepository.Stored;
import org.kongdee.rubric.catalog.Rubrics;
import org.kongdee.rubric.cycle.Cycle;
import org.kongdee.rubric.cycle.CycleOpened;
import org.kongdee.rubric.cycle.CycleRepository;
import org.kongdee.rubric.scoring.Mark;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.bulk.Outcome;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Fault;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;

/** Enrols units in cycles. */
@ApplicationScoped
public class AssessmentService {

    private final AssessmentRepository repository;
    private final CycleRepository cycles;
    private final Rubrics rubrics;
    private final Event<UnitsEnrolled> enrolled;
    private final Caller caller;
    private final Clock clock;

    AssessmentService(
            AssessmentRepository repository,
            CycleRepository cycles,
            Rubrics rubrics,
            Event<UnitsEnrolled> enrolled,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.cycles = cycles;
        this.rubrics = rubrics;
        this.enrolled = enrolled;
        this.caller = caller;
        this.clock = clock;
    }

    Stored get(String cycle, String unit) {
        caller.mustSee(unit);
        return repository.find(cycle, unit).orElseThrow(() -> notEnrolled(cycle, unit));
    }

    @Transactional
    Page<Assessment> list(String cycle, Paging paging) {
        mustExist(cycle);
        return Page.of(
                repository.page(cycle, only(), paging.offset(), paging.size()),
                paging,
                repository.count(cycle, only()));
    }

    @Transactional
    void stream(String cycle, Consumer<Assessment> sink) {
        mustExist(cycle);
        repository.forEach(cycle, only(), sink);
    }

    private void mustExist(String cycle) {
        if (cycles.find(cycle).isEmpty()) {
            throw NotFound.of("cycle", cycle);
        }
    }

    @Transactional
    Written<Assessment> enrol(String cycle, String unit) {
        Cycle there = takesUnits(cycle);
        if (!repository.enrolledByUnit(cycle, List.of(unit)).containsKey(unit)) {
            throw NotFound.of("unit", unit);
        }
        boolean created = !enrol(there, Set.of(unit)).isEmpty();
        Stored stored = repository.find(cycle, unit).orElseThrow();
        return new Written<>(stored.assessment(), ETags.of(stored.revision()), created);
    }

    /**
     * Each line answers for itself: 201 enrolled, 200 enrolled before, 422 for an unknown or
     * doubled unit.
     */
    @Transactional
    List<Outcome> enrolAll(String cycle, List<Line<EnrolUnit>> lines) {
        Cycle there = takesUnits(cycle);
        List<String> asked =
                lines.stream()
                        .flatMap(
                                line ->
                                        line instanceof Line.Readable<EnrolUnit>(_, EnrolUnit enrol)
                                                ? Stream.of(enrol.unit())
                                                : Stream.empty())
                        .toList();
        Map<String, Boolean> enrolledBefore = repository.enrolledByUnit(cycle, asked);
        var wanted = new HashSet<String>();
        var outcomes = new ArrayList<Outcome>();
        for (Line<EnrolUnit> line : lines) {
            outcomes.add(
                    switch (line) {
                        case Line.Unreadable<EnrolUnit>(int number, Fault fault) ->
                                Outcome.rejected(number, fault);
                        case Line.Readable<EnrolUnit>(int number, EnrolUnit enrol) ->
                                outcome(
                                        number,
                                        enrol.unit(),
                                        enrolledBefore.get(enrol.unit()),
                                        wanted);
                    });
        }
        int unused = enrol(there, wanted).size();
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

    private Set<String> enrol(Cycle cycle, Set<String> units) {
        Scorer scorer = rubrics.scorer(cycle.rubric(), cycle.version());
        Set<String> created =
                repository.enrol(
                        cycle.cycle(),
                        units,
                        scorer.criteria().size(),
                        empty(scorer),
                        clock.instant(),
                        caller.subject());
        if (!created.isEmpty()) {
            enrolled.fire(new UnitsEnrolled(cycle, List.copyOf(created)));
        }
        return created;
    }

    void resetTotals(@Observes CycleOpened opened) {
        Scorer scorer = rubrics.scorer(opened.cycle().rubric(), opened.cycle().version());
        repository.reset(opened.cycle().cycle(), scorer.criteria().size(), empty(scorer));
    }

    private static Totals empty(Scorer scorer) {
        return Totals.of(scorer.score(_ -> Mark.UNSCORED));
    }

    private Cycle takesUnits(String cycle) {
        Cycle there =
                cycles.findForUpdate(cycle).orElseThrow(() -> NotFound.of("cycle", cycle)).cycle();
        if (there.status() == Cycle.Status.CLOSED) {
            throw new Conflict("cycle-closed", "The cycle is closed; nobody can be enrolled.");
        }
        return there;
    }

    public static NotFound notEnrolled(String cycle, String unit) {
        return new NotFound("Unit '%s' is not enrolled in cycle '%s'.".formatted(unit, cycle));
    }

    private @Nullable String only() {
        return caller.seesOwnUnitOnly() ? caller.unit().orElse("") : null;
    }
}
