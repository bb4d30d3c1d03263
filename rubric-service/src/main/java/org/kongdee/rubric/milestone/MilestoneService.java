package org.kongdee.rubric.milestone;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.assessment.Enrolments;
import org.kongdee.rubric.assessment.UnitsEnrolled;
import org.kongdee.rubric.cycle.CycleOpened;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.facts.Facts;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;
import org.kongdee.rubric.milestone.Milestone.Key;
import org.kongdee.rubric.milestone.MilestoneFeed.Changes;
import org.kongdee.rubric.milestone.MilestoneRepository.Filter;
import org.kongdee.rubric.milestone.MilestoneRepository.New;
import org.kongdee.rubric.milestone.MilestoneView.Status;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.scoring.MilestonePlan;
import org.kongdee.web.entity.Lists;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Versioned;
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
    private final MilestoneFeed feed;
    private final MilestoneHistory history;
    private final CycleService cycles;
    private final Enrolments enrolments;
    private final Rubrics rubrics;
    private final Caller caller;
    private final Clock clock;

    MilestoneService(
            MilestoneRepository repository,
            MilestoneFeed feed,
            MilestoneHistory history,
            CycleService cycles,
            Enrolments enrolments,
            Rubrics rubrics,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.feed = feed;
        this.history = history;
        this.cycles = cycles;
        this.enrolments = enrolments;
        this.rubrics = rubrics;
        this.caller = caller;
        this.clock = clock;
    }

    void whenOpened(@Observes CycleOpened opened) {
        plan(opened.cycle(), enrolments.of(opened.cycle().cycle()));
    }

    void whenEnrolled(@Observes UnitsEnrolled enrolled) {
        if (enrolled.cycle().status() == CycleView.Status.OPEN) {
            plan(enrolled.cycle(), enrolments.of(enrolled.cycle().cycle(), enrolled.units()));
        }
    }

    Page<MilestoneView> list(String cycle, Filter filter, Paging paging) {
        return Lists.page(
                repository.matching(cycle, visible(cycle, filter)), paging, MilestoneView::of);
    }

    @Transactional
    void stream(String cycle, Filter filter, Consumer<MilestoneView> sink) {
        Lists.each(repository.matching(cycle, visible(cycle, filter)), MilestoneView::of, sink);
    }

    Changes changes(String cycle, Filter filter, ChangeCursor after, int size) {
        return feed.after(cycle, visible(cycle, filter), after, size);
    }

    Versioned<MilestoneView> get(Key key) {
        caller.mustSee(key.unit());
        return repository
                .findByIdOptional(key)
                .map(found -> new Versioned<>(MilestoneView.of(found), found.etag()))
                .orElseThrow(() -> noMilestone(key));
    }

    Page<MilestoneWord> history(Key key, Paging paging) {
        Versioned<MilestoneView> unused = get(key);
        return history.page(key, paging);
    }

    /**
     * The first due date of each criterion of a unit that is neither met nor done, by criterion.
     */
    public Map<String, MilestoneView> nextDue(String cycle, String unit) {
        return repository.of(cycle, unit).stream()
                .map(MilestoneView::of)
                .filter(milestone -> milestone.status() == Status.PLANNED)
                .collect(toMap(MilestoneView::criterion, m -> m, (first, _) -> first));
    }

    @Transactional
    Written<MilestoneView> patch(Key key, PatchMilestone patch, @Nullable IfMatch ifMatch) {
        caller.mustSee(key.unit());
        CycleView cycle = cycles.getLocked(key.cycle());
        Milestone milestone = repository.findLocked(key).orElseThrow(() -> noMilestone(key));
        if (cycle.status() != CycleView.Status.OPEN) {
            throw new Conflict(
                    "cycle-state",
                    "The cycle is %s; milestones change only while it is OPEN."
                            .formatted(cycle.status()));
        }
        IfMatch.require(ifMatch, milestone.etag());
        boolean moves = patch.due() != null && !patch.due().equals(milestone.due());
        mustSay(milestone, patch, moves);
        if (patch.status() != null && !milestone.is(patch.status())) {
            say(milestone, patch.status());
        }
        if (moves && patch.due() != null) {
            if (!cycle.period().contains(patch.due())) {
                throw RuleBroken.at(
                        "date-outside-period",
                        "/due",
                        "The day lies outside the cycle, %s to %s."
                                .formatted(cycle.period().start(), cycle.period().end()));
            }
            milestone.move(patch.due());
        }
        milestone.because(patch.reason(), stamp());
        repository.write();
        history.keep(milestone, patch.reason());
        return new Written<>(MilestoneView.of(milestone), milestone.etag(), false);
    }

    /**
     * Done is for those who did it. A waiver and another day are for those who may grant them, and
     * of what is waived they alone say anything, a reason too; nobody grants them to the own unit.
     */
    private void mustSay(Milestone milestone, PatchMilestone patch, boolean moves) {
        String unit = milestone.id().unit();
        if (patch.status() == Status.WAIVED || milestone.status() == Status.WAIVED) {
            mustGrant(unit, "Only organisers waive milestones, or change or take that back.");
        } else if (moves) {
            mustGrant(unit, "Only organisers move milestones.");
        } else if (!caller.isAny(Roles.ORGANISER, Roles.SERVICE) && !caller.isOf(unit)) {
            throw new Forbidden(
                    "Only officers of the unit and organisers say that a milestone is done.");
        }
    }

    private void mustGrant(String unit, String detail) {
        if (!caller.is(Roles.ORGANISER)) {
            throw new Forbidden(detail);
        }
        if (caller.isOf(unit)) {
            throw new Forbidden("An organiser of the unit itself neither waives nor moves for it.");
        }
    }

    private static void say(Milestone milestone, Status said) {
        switch (said) {
            case DONE -> milestone.done();
            case WAIVED -> milestone.waive();
            case PLANNED -> milestone.undo();
            case MET, CANCELLED -> throw new IllegalArgumentException(said + " is never said");
        }
    }

    /**
     * Sets each milestone of a unit to what its evidence shows, in the transaction under way; what
     * people said of it stands.
     *
     * @param by who did that: the follower of the evidence
     */
    public void settle(CycleView cycle, String unit, Tally tally, Scope scope, String by) {
        var stamp = new Stamp(clock.instant(), by);
        Map<Key, Milestone> milestones =
                repository.of(cycle.cycle(), unit).stream().collect(toMap(Milestone::id, m -> m));
        for (MilestonePlan.Due due : dues(cycle)) {
            String criterion = due.criterion().code();
            Milestone milestone =
                    milestones.get(new Key(cycle.cycle(), unit, criterion, due.milestone().code()));
            if (milestone != null) {
                MilestonePlan.State state =
                        MilestonePlan.state(
                                due.criterion(), due.milestone(), tally.of(criterion), scope);
                milestone.show(state.met(), state.missing(), stamp);
            }
        }
        repository.write();
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), caller.subject(), caller.name());
    }

    private void plan(CycleView cycle, List<Enrolment> units) {
        List<MilestonePlan.Due> dues = dues(cycle);
        var stamp = stamp();
        var batch = new ArrayList<New>();
        for (Enrolment unit : units) {
            Scope scope = unit.scope(cycle.period());
            for (int i = 0; i < dues.size(); i++) {
                batch.add(milestone(unit.unit(), i, dues.get(i), scope));
            }
            if (batch.size() >= BATCH) {
                repository.plan(cycle.cycle(), batch, stamp);
                batch.clear();
            }
        }
        repository.plan(cycle.cycle(), batch, stamp);
    }

    private List<MilestonePlan.Due> dues(CycleView cycle) {
        return MilestonePlan.of(
                rubrics.scorer(cycle.rubric(), cycle.version()).rubric(), cycle.period());
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

    /** What of a cycle the caller may see. */
    private Filter visible(String cycle, Filter filter) {
        String there = cycles.get(cycle).view().cycle();
        if (!caller.seesOwnUnitOnly()) {
            return filter;
        }
        String own = caller.unit().orElse("");
        if (filter.unit() != null && !filter.unit().equals(own)) {
            throw new NotFound(
                    "Unit '%s' is not enrolled in cycle '%s'.".formatted(filter.unit(), there));
        }
        return new Filter(own, filter.section(), filter.dueFrom(), filter.dueTo(), filter.status());
    }

    private static NotFound noMilestone(Key key) {
        return new NotFound("There is no milestone '%s'.".formatted(key.text()));
    }
}
