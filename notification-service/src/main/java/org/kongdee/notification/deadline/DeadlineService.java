package org.kongdee.notification.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DeadlineView.DueDate;
import org.kongdee.notification.deadline.Obligation.Source;
import org.kongdee.notification.planning.CriterionOrder;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;

/** Deadlines of the unit's own, what is due when, and what has been done. */
@ApplicationScoped
public class DeadlineService {

    private static final int MAX_SPAN_DAYS = 400;
    private static final int DEFAULT_SPAN_DAYS = 90;

    private final DeadlineRepository repository;
    private final PolicyRepository policies;
    private final Caller caller;
    private final Clock clock;

    DeadlineService(
            DeadlineRepository repository, PolicyRepository policies, Caller caller, Clock clock) {
        this.repository = repository;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Obligation create(CreateDeadline command) {
        Obligation obligation =
                new Obligation(
                        UUID.randomUUID().toString(),
                        Source.OWN,
                        command.unit(),
                        null,
                        null,
                        null,
                        command.title().text(),
                        command.sections() == null ? Set.of() : Set.copyOf(command.sections()),
                        command.recipients() == null ? Set.of() : Set.copyOf(command.recipients()),
                        command.due(),
                        command.start(),
                        command.rrule(),
                        DeadlineStatus.PLANNED,
                        List.of(),
                        today(command.unit()),
                        null,
                        1);
        checkRule(obligation);
        repository.put(obligation, caller.subject());
        return obligation;
    }

    @Transactional
    Obligation patch(String id, PatchDeadline change, @Nullable IfMatch ifMatch) {
        Obligation before = own(id);
        IfMatch.require(ifMatch, before.etag());
        boolean rescheduled =
                change.due() != null || change.start() != null || change.rrule() != null;
        Obligation after =
                new Obligation(
                        id,
                        Source.OWN,
                        before.unit(),
                        null,
                        null,
                        null,
                        change.title() == null ? before.title() : change.title().text(),
                        sections(before, change),
                        recipients(before, change),
                        change.due() != null ? change.due() : rescheduled ? null : before.due(),
                        change.due() != null
                                ? null
                                : change.start() == null ? before.start() : change.start(),
                        change.due() != null
                                ? null
                                : change.rrule() == null ? before.rrule() : change.rrule(),
                        before.status(),
                        before.missing(),
                        rescheduled ? today(before.unit()) : before.knownSince(),
                        null,
                        before.revision() + 1);
        checkRule(after);
        repository.put(after, caller.subject());
        return after;
    }

    private static Set<String> sections(Obligation before, PatchDeadline change) {
        if (change.sections() != null) {
            return Set.copyOf(change.sections());
        }
        return change.recipients() != null ? Set.of() : before.sections();
    }

    private static Set<String> recipients(Obligation before, PatchDeadline change) {
        if (change.recipients() != null) {
            return Set.copyOf(change.recipients());
        }
        return change.sections() != null ? Set.of() : before.recipients();
    }

    @Transactional
    void delete(String id, @Nullable IfMatch ifMatch) {
        IfMatch.require(ifMatch, own(id).etag());
        repository.delete(id);
    }

    @Transactional
    Obligation get(String id) {
        return visible(id);
    }

    @Transactional
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
            throw Malformed.parameter(
                    "to", "to is from 0 to %d days after from.".formatted(MAX_SPAN_DAYS));
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
    public Deadline done(String id, LocalDate due, String reason, String by) {
        Obligation obligation = lock(id);
        Deadline deadline = onDueDate(obligation, due);
        if (deadline.status() == DeadlineStatus.DONE) {
            return deadline;
        }
        if (!deadline.status().isOpen()) {
            throw new Conflict(
                    "deadline-settled",
                    "It is %s already; there is nothing to do.".formatted(deadline.status()));
        }
        repository.complete(id, due, by);
        if (obligation.source() == Source.MILESTONE) {
            repository.tellRubricService(id, true, reason, by);
        }
        return onDueDate(obligation, due);
    }

    /** Takes back a {@link #done}; where there is none, nothing changes. */
    @Transactional
    public Deadline undo(String id, LocalDate due, String reason, String by) {
        Obligation obligation = lock(id);
        if (repository.reopen(id, due) && obligation.source() == Source.MILESTONE) {
            repository.tellRubricService(id, false, reason, by);
        }
        return onDueDate(obligation, due);
    }

    @Transactional
    DueDate doneByCaller(String id, LocalDate due, String reason) {
        mayComplete(visible(id));
        return DueDate.of(done(id, due, reason, caller.subject()), due);
    }

    @Transactional
    DueDate undoByCaller(String id, LocalDate due) {
        mayComplete(visible(id));
        return DueDate.of(undo(id, due, "undone", caller.subject()), due);
    }

    private void mayComplete(Obligation obligation) {
        caller.mustSee(obligation.unit());
    }

    private Deadline onDueDate(Obligation obligation, LocalDate due) {
        if (obligation.dueDates(due, due).findAny().isEmpty()) {
            throw new NotFound(
                    "The deadline '%s' is not due on %s.".formatted(obligation.id(), due));
        }
        return obligation.on(due, repository.isDone(obligation.id(), due));
    }

    private Obligation lock(String id) {
        return repository.lock(id).orElseThrow(() -> NotFound.of("deadline", id));
    }

    private Obligation visible(String id) {
        Obligation obligation = lock(id);
        if (caller.seesOwnUnitOnly() && !caller.isOf(obligation.unit())) {
            throw NotFound.of("deadline", id);
        }
        return obligation;
    }

    private Obligation own(String id) {
        Obligation obligation = lock(id);
        if (obligation.source() == Source.MILESTONE) {
            throw new Conflict(
                    "mirrored-milestone",
                    "This is a milestone of rubric-service; move, waive or close it there.");
        }
        return obligation;
    }

    private static void checkRule(Obligation obligation) {
        if (obligation.start() != null && obligation.rrule() != null) {
            try {
                Recurrence.check(obligation.start(), obligation.rrule());
            } catch (IllegalArgumentException e) {
                throw RuleBroken.at("invalid-deadline", "/rrule", "rrule: " + e.getMessage() + ".");
            }
        }
    }

    /** The day it is where the unit is. */
    private LocalDate today(String unit) {
        return LocalDate.ofInstant(
                clock.instant(), policies.policies().rulesFor(null, unit).policy().timeZone());
    }
}
