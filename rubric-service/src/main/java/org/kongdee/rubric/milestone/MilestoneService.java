package org.kongdee.rubric.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Enrolments;
import org.kongdee.rubric.assessment.UnitsEnrolled;
import org.kongdee.rubric.catalog.Rubrics;
import org.kongdee.rubric.cycle.Cycle;
import org.kongdee.rubric.cycle.CycleOpened;
import org.kongdee.rubric.cycle.CycleRepository;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;
import org.kongdee.rubric.milestone.Milestone.Status;
import org.kongdee.rubric.milestone.MilestoneRepository.Changes;
import org.kongdee.rubric.milestone.MilestoneRepository.Filter;
import org.kongdee.rubric.milestone.MilestoneRepository.New;
import org.kongdee.rubric.milestone.MilestoneRepository.Shown;
import org.kongdee.rubric.milestone.MilestoneRepository.Stored;
import org.kongdee.rubric.scoring.MilestonePlan;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Forbidden;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.security.Roles;

/** Makes milestones when a cycle opens or units join it, and takes what people say about them. */
@ApplicationScoped
public class MilestoneService {

    /** Rows an insert, so that a national assessment opens in bounded memory. */
    private static final int BATCH = 5_000;

    private final MilestoneRepository repository;
    private final CycleService cycles;
    private final CycleRepository cycleRepository;
    private final Enrolments enrolments;
    private final Rubrics rubrics;
    private final Caller caller;
    private final Clock clock;

    MilestoneService(
            MilestoneRepository repository,
            CycleService cycles,
            CycleRepository cycleRepository,
            Enrolments enrolments,
            Rubrics rubrics,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.cycles = cycles;
        this.cycleRepository = cycleRepository;
        this.enrolments = enrolments;
        this.rubrics = rubrics;
        this.caller = caller;
        this.clock = clock;
    }

    void whenOpened(@Observes CycleOpened opened) {
        plan(opened.cycle(), enrolments.sections(opened.cycle().cycle(), List.of()));
    }

    void whenEnrolled(@Observes UnitsEnrolled enrolled) {
        if (enrolled.cycle().status() == Cycle.Status.OPEN) {
            plan(enrolled.cycle(), enrolments.sections(enrolled.cycle().cycle(), enrolled.units()));
        }
    }

    @Transactional
    Page<Milestone> list(String cycle, Filter filter, Paging paging) {
        Filter visible = visible(cycles.get(cycle).cycle(), filter);
        return Page.of(
                repository.page(cycle, visible, paging.offset(), paging.size()),
                paging,
                repository.count(cycle, visible));
    }

    @Transactional
    void stream(String cycle, Filter filter, Consumer<Milestone> sink) {
        repository.forEach(cycle, visible(cycles.get(cycle).cycle(), filter), sink);
    }

    Changes changes(String cycle, Filter filter, ChangeCursor after, int size) {
        return repository.changes(cycle, visible(cycles.get(cycle).cycle(), filter), after, size);
    }

    Written<Milestone> get(String cycle, String unit, String criterion, String code) {
        caller.mustSee(unit);
        Stored stored =
                repository
                        .find(cycle, unit, criterion, code)
                        .orElseThrow(() -> noMilestone(cycle, unit, criterion, code));
        return new Written<>(stored.milestone(), ETags.of(stored.revision()), false);
    }

    @Transactional
    Written<Milestone> patch(
            String cycle,
            String unit,
            String criterion,
            String code,
            PatchMilestone patch,
            @Nullable IfMatch ifMatch) {
        caller.mustSee(unit);
        Cycle there =
                cycleRepository
                        .findForUpdate(cycle)
                        .orElseThrow(() -> NotFound.of("cycle", cycle))
                        .cycle();
        Stored stored =
                repository
                        .findForUpdate(cycle, unit, criterion, code)
                        .orElseThrow(() -> noMilestone(cycle, unit, criterion, code));
        if (there.status() != Cycle.Status.OPEN) {
            throw new Conflict(
                    "cycle-state",
                    "The cycle is %s; milestones change only while it is OPEN."
                            .formatted(there.status()));
        }
        IfMatch.require(ifMatch, ETags.of(stored.revision()));
        Milestone changed = changed(stored, patch, there, unit);
        repository.update(cycle, changed, clock.instant(), caller.subject());
        return new Written<>(changed, ETags.of(stored.revision() + 1), false);
    }

    /**
     * Sets each milestone of a unit to what its evidence shows, in the transaction under way; what
     * people said of it stands.
     *
     * @param by who did that: the follower of the evidence
     */
    public void settle(Cycle cycle, String unit, Tally tally, Scope scope, String by) {
        var rubric = rubrics.scorer(cycle.rubric(), cycle.version()).rubric();
        List<Shown> shown =
                MilestonePlan.of(rubric, cycle.period()).stream()
                        .map(due -> shown(due, tally.of(due.criterion().code()), scope))
                        .toList();
        repository.settle(cycle.cycle(), unit, shown, clock.instant(), by);
    }

    private static Shown shown(MilestonePlan.Due due, Facts facts, Scope scope) {
        MilestonePlan.State state =
                MilestonePlan.state(due.criterion(), due.milestone(), facts, scope);
        return new Shown(
                due.criterion().code(), due.milestone().code(), state.met(), state.missing());
    }

    private Milestone changed(Stored stored, PatchMilestone patch, Cycle cycle, String unit) {
        Milestone milestone = stored.milestone();
        Status status = asked(stored, patch);
        LocalDate due = patch.due() == null ? milestone.due() : patch.due();
        if (status != milestone.status()) {
            mustChange(milestone.status(), status, unit);
        }
        if (!due.equals(milestone.due())) {
            mustBeOrganiser("Only organisers move milestones.");
            if (!cycle.period().contains(due)) {
                throw RuleBroken.at(
                        "date-outside-period",
                        "/due",
                        "The day lies outside the cycle, %s to %s."
                                .formatted(cycle.period().start(), cycle.period().end()));
            }
        }
        return new Milestone(
                milestone.id(),
                unit,
                milestone.criterion(),
                milestone.code(),
                milestone.round(),
                due,
                milestone.sections(),
                status,
                milestone.title(),
                milestone.missing(),
                patch.reason(),
                clock.instant());
    }

    /** Who takes back what was said finds what the evidence says. */
    private static Status asked(Stored stored, PatchMilestone patch) {
        if (patch.status() == null) {
            return stored.milestone().status();
        }
        return patch.status() == Status.PLANNED && stored.met() ? Status.MET : patch.status();
    }

    /**
     * Done is for those who did it, a waiver for those who may grant one; each undoes what it may
     * do.
     */
    private void mustChange(Status from, Status to, String unit) {
        if (from == Status.MET || from == Status.CANCELLED) {
            throw new Conflict(
                    "milestone-state",
                    "The milestone is %s; nothing is to be said about it.".formatted(from));
        }
        if (from == Status.WAIVED || to == Status.WAIVED) {
            mustBeOrganiser("Only organisers waive milestones, or take that back.");
        } else if (!caller.isAny(Roles.ORGANISER, Roles.SERVICE) && !caller.isOf(unit)) {
            throw new Forbidden(
                    "Only officers of the unit and organisers say that a milestone is done.");
        }
    }

    private void mustBeOrganiser(String detail) {
        if (!caller.is(Roles.ORGANISER)) {
            throw new Forbidden(detail);
        }
    }

    private void plan(Cycle cycle, Map<String, List<String>> sectionsByUnit) {
        var rubric = rubrics.scorer(cycle.rubric(), cycle.version()).rubric();
        List<MilestonePlan.Due> dues = MilestonePlan.of(rubric, cycle.period());
        var batch = new ArrayList<New>();
        sectionsByUnit.forEach(
                (unit, sections) -> {
                    var scope = new Scope(cycle.period(), Set.copyOf(sections));
                    for (int i = 0; i < dues.size(); i++) {
                        batch.add(milestone(unit, i, dues.get(i), scope));
                    }
                    if (batch.size() >= BATCH) {
                        repository.insert(cycle.cycle(), batch, clock.instant(), caller.subject());
                        batch.clear();
                    }
                });
        repository.insert(cycle.cycle(), batch, clock.instant(), caller.subject());
    }

    private static New milestone(String unit, int position, MilestonePlan.Due due, Scope scope) {
        var criterion = due.criterion();
        var milestone = due.milestone();
        return new New(
                unit,
                criterion.code(),
                milestone.code(),
                position,
                milestone.round(),
                due.date(),
                criterion.owners(),
                milestone.title() == null ? criterion.title() : milestone.title(),
                MilestonePlan.state(criterion, milestone, Facts.NONE, scope).missing());
    }

    private Filter visible(Cycle cycle, Filter filter) {
        if (!caller.seesOwnUnitOnly()) {
            return filter;
        }
        String own = caller.unit().orElse("");
        if (filter.unit() != null && !filter.unit().equals(own)) {
            throw new NotFound(
                    "Unit '%s' is not enrolled in cycle '%s'."
                            .formatted(filter.unit(), cycle.cycle()));
        }
        return new Filter(own, filter.section(), filter.dueFrom(), filter.dueTo(), filter.status());
    }

    private static NotFound noMilestone(String cycle, String unit, String criterion, String code) {
        return new NotFound(
                "There is no milestone '%s:%s:%s:%s'.".formatted(cycle, unit, criterion, code));
    }
}
