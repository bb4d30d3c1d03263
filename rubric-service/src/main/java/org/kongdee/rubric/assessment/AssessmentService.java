package org.kongdee.rubric.assessment;

import static java.util.stream.Collectors.groupingBy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.AssessmentRepository.Misplaced;
import org.kongdee.rubric.assessment.AssessmentRepository.There;
import org.kongdee.rubric.cycle.CycleOpened;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.rubric.UnitGroups;
import org.kongdee.rubric.scoring.Mark;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.rubric.unit.UnitService;
import org.kongdee.rubric.unit.UnitView;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.bulk.Outcome;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Put;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** Enrols units in cycles. */
@ApplicationScoped
public class AssessmentService {

    /** Before plans are checked and milestones made. */
    private static final int FIRST = Interceptor.Priority.APPLICATION - 200;

    private static final int MOST_MISPLACED = 100;

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
        AssessmentView found = totals.find(cycle, unit).orElseThrow(() -> notEnrolled(cycle, unit));
        return Versioned.of(found.with(claims.of(cycle, unit)));
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

    Page<AssessmentView> list(String cycle, @Nullable String group, Paging paging) {
        CycleView there = withGroup(cycle, group);
        return totals.page(there.cycle(), caller.onlyUnit(), group, paging);
    }

    @Transactional
    void stream(String cycle, @Nullable String group, Consumer<AssessmentView> sink) {
        CycleView there = withGroup(cycle, group);
        totals.each(there.cycle(), caller.onlyUnit(), group, sink);
    }

    private CycleView withGroup(String cycle, @Nullable String group) {
        CycleView there = cycles.get(cycle).view();
        UnitGroups.checkFilter(whole(there), group);
        return there;
    }

    @Transactional
    Written<AssessmentView> enrol(
            String cycle, String unit, @Nullable String group, @Nullable IfMatch ifMatch) {
        CycleView there = takesUnits(cycle);
        UnitView joining = units.get(unit).view();
        UnitGroups.check(whole(there), group);
        AssessmentView now = totals.find(cycle, unit).orElse(null);
        return switch (Put.decide(
                ifMatch,
                now == null ? null : now.etag(),
                now != null && Objects.equals(now.group(), group))) {
            case NOTHING -> asItIs(cycle, unit);
            case CREATE -> {
                var created = new Assessment(there, unit, group, joining.sections(), stamp());
                repository.persistAndFlush(created);
                Totals empty = begin(there, group, List.of(unit));
                enrolled.fire(new UnitsEnrolled(there, List.of(unit)));
                yield Written.of(AssessmentView.of(created, there.status(), empty), true);
            }
            case CHANGE -> move(there, unit, group);
        };
    }

    /** Nothing is scored in a draft, so that a unit can still be put in another group. */
    private Written<AssessmentView> move(CycleView cycle, String unit, @Nullable String group) {
        if (cycle.status() != CycleView.Status.DRAFT) {
            throw new Conflict(
                    "cycle-open",
                    Message.of("The group of a unit changes only while the cycle is DRAFT."));
        }
        repository.move(cycle.cycle(), unit, group);
        reset(cycle, unit, group);
        return asItIs(cycle.cycle(), unit);
    }

    private Written<AssessmentView> asItIs(String cycle, String unit) {
        return Written.of(get(cycle, unit).view(), false);
    }

    /**
     * Each line answers for itself: 201 enrolled, 200 enrolled before, 409 enrolled in another
     * group, 422 for an unknown or doubled unit or a group that does not fit.
     */
    @Transactional
    List<Outcome> enrolAll(String cycle, List<Line<EnrolUnit>> lines) {
        CycleView there = takesUnits(cycle);
        Rubric rubric = whole(there);
        List<String> asked = Line.values(lines).stream().map(EnrolUnit::unit).toList();
        Map<String, There> known = repository.thereByUnit(cycle, asked);
        var wanted = new TreeMap<String, @Nullable String>();
        List<Outcome> outcomes =
                Line.each(
                        lines,
                        (number, enrol) ->
                                outcome(number, enrol, rubric, known.get(enrol.unit()), wanted));
        Set<String> created = Set.copyOf(repository.enrol(there, wanted, stamp()));
        if (!created.isEmpty()) {
            byGroup(wanted, created)
                    .forEach(
                            (group, some) -> {
                                Totals unused = begin(there, group.orElse(null), some);
                            });
            enrolled.fire(
                    new UnitsEnrolled(
                            there, wanted.keySet().stream().filter(created::contains).toList()));
        }
        return outcomes;
    }

    private static Map<Optional<String>, List<String>> byGroup(
            Map<String, @Nullable String> groups, Set<String> units) {
        return groups.keySet().stream()
                .filter(units::contains)
                .collect(groupingBy(unit -> Optional.ofNullable(groups.get(unit))));
    }

    private static Outcome outcome(
            int line,
            EnrolUnit enrol,
            Rubric rubric,
            @Nullable There known,
            Map<String, @Nullable String> wanted) {
        String unit = enrol.unit();
        if (known == null) {
            return Outcome.rejected(
                    line,
                    RuleBroken.at(
                            "unknown-unit", "/unit", Message.of("There is no unit '%s'.", unit)));
        }
        UnitGroups.check(rubric, enrol.group());
        if (wanted.containsKey(unit)) {
            return Outcome.rejected(
                    line,
                    RuleBroken.at(
                            "duplicate-line",
                            "/unit",
                            Message.of("An earlier line is for the same unit.")));
        }
        if (known.enrolled() && !Objects.equals(known.group(), enrol.group())) {
            return Outcome.rejected(
                    line,
                    new Conflict(
                            "in-another-group",
                            known.group() == null
                                    ? Message.of(
                                            "The unit is enrolled without a group; PUT the assessment to change it.")
                                    : Message.of(
                                            "The unit is enrolled in the group '%s'; PUT the assessment to change it.",
                                            known.group())));
        }
        wanted.put(unit, enrol.group());
        return Outcome.accepted(
                line,
                known.enrolled() ? 200 : 201,
                Map.of("unit", unit, "etag", ETags.of(known.revision())));
    }

    /** Nothing is scored yet of units that have just been enrolled. */
    private Totals begin(CycleView cycle, @Nullable String group, List<String> created) {
        Scorer scorer = rubrics.scorer(cycle.rubric(), cycle.version(), group);
        Totals empty = empty(scorer);
        totals.begin(cycle.cycle(), created, scorer.criteria().size(), empty);
        return empty;
    }

    /** Before anything is made of a cycle that opens. */
    void whenOpened(@Observes @Priority(FIRST) CycleOpened opened) {
        CycleView cycle = opened.cycle();
        Rubric rubric = whole(cycle);
        List<String> groups = rubric.unitGroups().stream().map(Rubric.Named::code).toList();
        refuseMisplaced(rubric, repository.misplaced(cycle.cycle(), groups, MOST_MISPLACED));
        if (groups.isEmpty()) {
            reset(cycle, null, null);
        }
        groups.forEach(group -> reset(cycle, null, group));
    }

    /** The rubric may have changed since units were enrolled. */
    private static void refuseMisplaced(Rubric rubric, List<Misplaced> misplaced) {
        if (misplaced.isEmpty()) {
            return;
        }
        throw new RuleBroken(
                UnitGroups.UNKNOWN,
                Message.of(
                        "Units are enrolled in groups that do not fit the rubric; enrol them in others, then open the cycle again."),
                misplaced.stream()
                        .map(
                                unit ->
                                        FieldError.at(
                                                "",
                                                Message.of(
                                                        "unit %s: %s",
                                                        unit.unit(),
                                                        UnitGroups.fault(rubric, unit.group())
                                                                .orElseThrow())))
                        .toList());
    }

    private void reset(CycleView cycle, @Nullable String unit, @Nullable String group) {
        Scorer scorer = rubrics.scorer(cycle.rubric(), cycle.version(), group);
        totals.reset(cycle.cycle(), unit, group, scorer.criteria().size(), empty(scorer));
    }

    private static Totals empty(Scorer scorer) {
        return Totals.of(scorer.score(_ -> Mark.UNSCORED));
    }

    private Rubric whole(CycleView cycle) {
        return rubrics.scorer(cycle.rubric(), cycle.version()).rubric();
    }

    private CycleView takesUnits(String cycle) {
        CycleView there = cycles.getLocked(cycle);
        if (there.status() == CycleView.Status.CLOSED) {
            throw new Conflict(
                    "cycle-closed", Message.of("The cycle is closed; nobody can be enrolled."));
        }
        return there;
    }

    public static NotFound notEnrolled(String cycle, String unit) {
        return new NotFound(Message.of("Unit '%s' is not enrolled in cycle '%s'.", unit, cycle));
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), caller.subject());
    }
}
