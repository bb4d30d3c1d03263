package org.kongdee.rubric.milestone;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.cycle.CycleService;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.milestone.Milestone.Key;
import org.kongdee.rubric.milestone.MilestoneReader.Changes;
import org.kongdee.rubric.milestone.MilestoneReader.Filter;
import org.kongdee.rubric.milestone.MilestoneView.Status;
import org.kongdee.rubric.plan.Plans;
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
import org.kongdee.web.text.Message;

/** Shows milestones, and takes what people say about them. */
@ApplicationScoped
public class MilestoneService {

    private final MilestoneRepository repository;
    private final MilestoneReader reader;
    private final MilestoneHistory history;
    private final CycleService cycles;
    private final Plans plans;
    private final Caller caller;
    private final Clock clock;

    MilestoneService(
            MilestoneRepository repository,
            MilestoneReader reader,
            MilestoneHistory history,
            CycleService cycles,
            Plans plans,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.reader = reader;
        this.history = history;
        this.cycles = cycles;
        this.plans = plans;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A milestone as it is named in a path.
     *
     * @param section the one that owes it by itself; null if it is owed jointly
     */
    record Named(
            String cycle, String unit, String criterion, String code, @Nullable String section) {}

    Page<MilestoneView> list(String cycle, Filter filter, Paging paging) {
        return reader.page(cycle, visible(cycle, filter), paging);
    }

    @Transactional
    void stream(String cycle, Filter filter, Consumer<MilestoneView> sink) {
        reader.each(cycle, visible(cycle, filter), sink);
    }

    Changes changes(String cycle, Filter filter, ChangeCursor after, int size) {
        return reader.after(cycle, visible(cycle, filter), after, size);
    }

    Versioned<MilestoneView> get(Named named) {
        Key key = key(named);
        return Versioned.of(reader.find(key).orElseThrow(() -> noMilestone(named)));
    }

    Page<MilestoneChange> history(Named named, Paging paging) {
        Key key = key(named);
        MilestoneView unused = reader.find(key).orElseThrow(() -> noMilestone(named));
        return history.page(key, paging);
    }

    /** All milestones of a unit, by due date. */
    public List<MilestoneView> of(String cycle, String unit) {
        return reader.all(cycle, Filter.of(unit));
    }

    /**
     * The first due date of each criterion of a unit that is neither met nor done, by criterion.
     */
    public Map<String, MilestoneView> nextDue(String cycle, String unit) {
        return of(cycle, unit).stream()
                .filter(milestone -> milestone.status() == Status.PLANNED)
                .collect(toMap(MilestoneView::criterion, m -> m, (first, _) -> first));
    }

    @Transactional
    Written<MilestoneView> patch(Named named, PatchMilestone patch, @Nullable IfMatch ifMatch) {
        caller.mustSee(named.unit());
        mustSpeakForItself(patch);
        CycleView cycle = cycles.getHeld(named.cycle());
        plans.lock(named.cycle(), named.unit());
        Key key = key(named);
        Milestone milestone = repository.findLocked(key).orElseThrow(() -> noMilestone(named));
        if (cycle.status() != CycleView.Status.OPEN) {
            throw new Conflict(
                    "cycle-state",
                    Message.of(
                            "The cycle is %s; milestones change only while it is OPEN.",
                            cycle.status()));
        }
        IfMatch.require(ifMatch, milestone.etag());
        LocalDate day = patch.due();
        boolean moves = day != null && !day.equals(milestone.due());
        mustSay(milestone, patch, moves);
        Stamp stamp = stamp(patch);
        if (patch.status() != null && !milestone.is(patch.status())) {
            say(milestone, patch.status(), patch.reason(), stamp);
        }
        if (moves && day != null) {
            mustMove(milestone, day, cycle);
            milestone.move(day);
        }
        milestone.because(patch.reason(), stamp);
        repository.write();
        history.keep(milestone, patch.reason());
        return Written.of(reader.find(key).orElseThrow(), false);
    }

    /** Only a service speaks for somebody else. */
    private void mustSpeakForItself(PatchMilestone patch) {
        if (!caller.is(Roles.SERVICE) && (patch.by() != null || patch.byName() != null)) {
            throw RuleBroken.at(
                    "not-yourself",
                    patch.by() == null ? "/byName" : "/by",
                    Message.of("Only services say for whom they speak; leave it out."));
        }
    }

    private static void mustMove(Milestone milestone, LocalDate day, CycleView cycle) {
        if (!milestone.isFixed()) {
            throw RuleBroken.at(
                    "day-of-plan",
                    "/due",
                    Message.of(
                            "The day stands in the unit's plan, and is changed there; only deadlines of the rubric are moved here."));
        }
        if (!cycle.period().contains(day)) {
            throw RuleBroken.at(
                    "date-outside-period",
                    "/due",
                    Message.of(
                            "The day lies outside the cycle's period, %s to %s.",
                            cycle.period().start(), cycle.period().end()));
        }
    }

    /**
     * Done is for those who did it; that it was not done after all, only organisers say. A waiver
     * and another day are for those who may grant them, and of what is waived they alone say
     * anything, a reason too; nobody grants them to the own unit.
     */
    private void mustSay(Milestone milestone, PatchMilestone patch, boolean moves) {
        String unit = milestone.id().unit();
        if (patch.status() == Status.WAIVED || milestone.status() == Status.WAIVED) {
            mustGrant(
                    unit,
                    Message.of(
                            "Only organisers waive milestones, or change or take back a waiver."));
        } else if (moves) {
            mustGrant(unit, Message.of("Only organisers move deadlines of the rubric."));
        } else if (patch.status() == Status.PLANNED && milestone.status() == Status.DONE) {
            if (!caller.isAny(Roles.ORGANISER, Roles.SERVICE)) {
                throw new Forbidden(
                        Message.of("Only organisers take back that a milestone is done."));
            }
        } else if (!caller.isAny(Roles.ORGANISER, Roles.SERVICE) && !caller.isOf(unit)) {
            throw new Forbidden(
                    Message.of(
                            "Only officers of the unit and organisers say that a milestone is done."));
        }
    }

    private void mustGrant(String unit, Message detail) {
        if (!caller.is(Roles.ORGANISER)) {
            throw new Forbidden(detail);
        }
        if (caller.isOf(unit)) {
            throw new Forbidden(
                    Message.of(
                            "An organiser of the unit itself neither waives its milestones nor moves its deadlines."));
        }
    }

    private static void say(Milestone milestone, Status said, String why, Stamp stamp) {
        switch (said) {
            case DONE, WAIVED -> milestone.say(said, why, stamp);
            case PLANNED -> milestone.undo();
            case MET, CANCELLED -> throw new IllegalArgumentException(said + " is never said");
        }
    }

    private Stamp stamp(PatchMilestone patch) {
        return patch.by() == null
                ? new Stamp(clock.instant(), caller.subject(), caller.name())
                : new Stamp(clock.instant(), patch.by(), patch.byName());
    }

    /**
     * @throws RuleBroken if each section owes it and none is named, or it is owed jointly and one
     *     is
     */
    private Key key(Named named) {
        caller.mustSee(named.unit());
        List<String> owing =
                reader.owing(named.cycle(), named.unit(), named.criterion(), named.code());
        if (owing.isEmpty()) {
            throw noMilestone(named);
        }
        String section = named.section() == null ? "" : named.section();
        if (owing.contains(section)) {
            return new Key(named.cycle(), named.unit(), named.criterion(), named.code(), section);
        }
        List<String> sections = owing.stream().filter(each -> !each.isEmpty()).toList();
        throw sections.isEmpty()
                ? RuleBroken.parameter(
                        "owed-jointly",
                        "section",
                        Message.of(
                                "The sections owe the milestone jointly; leave the parameter section out."))
                : RuleBroken.parameter(
                        "owed-by-section",
                        "section",
                        Message.of(
                                "Each section owes the milestone by itself; name one of %s in the parameter section.",
                                sections));
    }

    /** What of a cycle the caller may see. */
    private Filter visible(String cycle, Filter filter) {
        String there = cycles.get(cycle).view().cycle();
        String own = caller.onlyUnit();
        if (own == null) {
            return filter;
        }
        if (filter.unit() != null && !filter.unit().equals(own)) {
            throw new NotFound(
                    Message.of("Unit '%s' is not enrolled in cycle '%s'.", filter.unit(), there));
        }
        return new Filter(own, filter.section(), filter.dueFrom(), filter.dueTo(), filter.status());
    }

    private static NotFound noMilestone(Named named) {
        return new NotFound(
                Message.of(
                        "There is no milestone '%s:%s:%s:%s'.",
                        named.cycle(), named.unit(), named.criterion(), named.code()));
    }
}
