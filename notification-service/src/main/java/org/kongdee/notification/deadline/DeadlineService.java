package org.kongdee.notification.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DeadlineView.DueDate;
import org.kongdee.notification.planning.CriterionOrder;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;

/** Deadlines of the unit's own, what is due when, and what has been done. */
@ApplicationScoped
public class DeadlineService {

    private static final int MAX_SPAN_DAYS = 400;
    private static final int DEFAULT_SPAN_DAYS = 90;

    private final DeadlineRepository repository;
    private final CompletionRepository completions;
    private final RubricOutboxRepository outbox;
    private final PolicyRepository policies;
    private final Caller caller;
    private final Clock clock;
    private final Clock real;

    DeadlineService(
            DeadlineRepository repository,
            CompletionRepository completions,
            RubricOutboxRepository outbox,
            PolicyRepository policies,
            Caller caller,
            Clock clock,
            @SystemTime Clock real) {
        this.repository = repository;
        this.completions = completions;
        this.outbox = outbox;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
        this.real = real;
    }

    @Transactional
    Versioned<DeadlineView> create(CreateDeadline command) {
        var created = new Obligation(command, today(command.unit()), stamp());
        repository.persist(created);
        repository.write();
        return shown(created);
    }

    @Transactional
    Versioned<DeadlineView> patch(String id, PatchDeadline change, @Nullable IfMatch ifMatch) {
        Obligation there = own(id);
        IfMatch.require(ifMatch, there.etag());
        there.change(change, today(there.unit()), stamp());
        repository.write();
        return shown(there);
    }

    @Transactional
    void delete(String id, @Nullable IfMatch ifMatch) {
        Obligation there = own(id);
        IfMatch.require(ifMatch, there.etag());
        repository.delete(there);
    }

    Versioned<DeadlineView> get(String id) {
        return repository
                .findByIdOptional(id)
                .filter(this::isVisible)
                .map(DeadlineService::shown)
                .orElseThrow(() -> NotFound.of("deadline", id));
    }

    private static Versioned<DeadlineView> shown(Obligation obligation) {
        return new Versioned<>(obligation.view(), obligation.etag());
    }

    Page<DueDate> list(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String unit,
            @Nullable DeadlineStatus status,
            Paging paging) {
        LocalDate first =
                from != null ? from : to != null ? to.minusDays(DEFAULT_SPAN_DAYS) : today("");
        LocalDate last = to != null ? to : first.plusDays(DEFAULT_SPAN_DAYS);
        if (last.isBefore(first) || last.isAfter(first.plusDays(MAX_SPAN_DAYS))) {
            String detail = "to is from 0 to %d days after from.".formatted(MAX_SPAN_DAYS);
            throw new RuleBroken(
                    "invalid-period", detail, List.of(FieldError.parameter("to", detail)));
        }
        String one = caller.seesOwnUnitOnly() ? caller.unit().orElse("") : unit;
        List<Deadline> all =
                one == null
                        ? repository.dueBetween(first, last)
                        : repository.dueBetween(one, first, last);
        LocalDate today = today("");
        List<DueDate> due =
                all.stream()
                        .filter(d -> status == null || d.status() == status)
                        .sorted(
                                Comparator.comparing(Deadline::due)
                                        .thenComparing(Deadline::unit)
                                        .thenComparing(
                                                Deadline::criterion,
                                                Comparator.nullsLast(CriterionOrder.INSTANCE))
                                        .thenComparing(Deadline::id))
                        .map(d -> DueDate.of(d, today))
                        .toList();
        List<DueDate> page = due.stream().skip(paging.offset()).limit(paging.size()).toList();
        return Page.of(page, paging, due.size());
    }

    /** Marks one due date as done; doing so again changes nothing. */
    @Transactional
    public Deadline done(String id, LocalDate due, String reason, Who who) {
        return done(lock(id), due, reason, who);
    }

    private Deadline done(Obligation obligation, LocalDate due, String reason, Who who) {
        Deadline deadline = onDueDate(obligation, due);
        if (deadline.status() == DeadlineStatus.DONE) {
            return deadline;
        }
        if (!deadline.status().isOpen()) {
            throw new Conflict(
                    "deadline-settled",
                    "It is %s already; there is nothing to do.".formatted(deadline.status()));
        }
        completions.persist(new Completion(key(obligation, due), real.instant(), who));
        if (obligation.isMilestone()) {
            outbox.say(obligation.id(), true, reason, who);
        }
        return obligation.on(due, true);
    }

    /** Takes back a {@link #done}; where there is none, nothing changes. */
    @Transactional
    public Deadline undo(String id, LocalDate due, String reason, Who who) {
        return undo(lock(id), due, reason, who);
    }

    private Deadline undo(Obligation obligation, LocalDate due, String reason, Who who) {
        if (completions.takeBack(key(obligation, due)) && obligation.isMilestone()) {
            outbox.say(obligation.id(), false, reason, who);
        }
        return onDueDate(obligation, due);
    }

    @Transactional
    DueDate doneByCaller(String id, LocalDate due, String reason) {
        Obligation obligation = visible(id);
        return DueDate.of(
                done(obligation, due, reason, Who.calls(caller)), today(obligation.unit()));
    }

    @Transactional
    DueDate undoByCaller(String id, LocalDate due) {
        Obligation obligation = visible(id);
        return DueDate.of(
                undo(obligation, due, "undone", Who.calls(caller)), today(obligation.unit()));
    }

    private Deadline onDueDate(Obligation obligation, LocalDate due) {
        if (obligation.dueDates(due, due).findAny().isEmpty()) {
            throw new NotFound(
                    "The deadline '%s' is not due on %s.".formatted(obligation.id(), due));
        }
        return obligation.on(due, completions.isDone(key(obligation, due)));
    }

    private static Completion.Key key(Obligation obligation, LocalDate due) {
        return new Completion.Key(obligation.id(), due);
    }

    private Obligation lock(String id) {
        return repository.findLocked(id).orElseThrow(() -> NotFound.of("deadline", id));
    }

    /** For a change by the caller. */
    private Obligation visible(String id) {
        Obligation obligation = lock(id);
        if (!isVisible(obligation)) {
            throw NotFound.of("deadline", id);
        }
        return obligation;
    }

    private boolean isVisible(Obligation obligation) {
        return !caller.seesOwnUnitOnly() || caller.isOf(obligation.unit());
    }

    private Obligation own(String id) {
        Obligation obligation = lock(id);
        if (obligation.isMilestone()) {
            throw new Conflict(
                    "mirrored-milestone",
                    "This is a milestone of rubric-service; move, waive or close it there.");
        }
        return obligation;
    }

    private Stamp stamp() {
        return new Stamp(real.instant(), caller.subject());
    }

    /** The day it is where the unit is. */
    private LocalDate today(String unit) {
        return LocalDate.ofInstant(
                clock.instant(), policies.policies().rulesFor(null, unit).policy().timeZone());
    }
}
