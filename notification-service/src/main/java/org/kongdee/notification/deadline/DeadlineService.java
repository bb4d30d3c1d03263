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
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** What is due when, and what was said of milestones here. */
@ApplicationScoped
public class DeadlineService {

    private static final int MAX_SPAN_DAYS = 400;
    private static final int DEFAULT_SPAN_DAYS = 90;

    /** By due date, then as people number things. */
    public static final Comparator<Deadline> ORDER =
            Comparator.comparing(Deadline::day)
                    .thenComparing(Deadline::unit)
                    .thenComparing(
                            Deadline::criterion, Comparator.nullsLast(CriterionOrder.INSTANCE))
                    .thenComparing(Deadline::id);

    private final DeadlineRepository repository;
    private final WordRepository words;
    private final RubricOutboxRepository outbox;
    private final PolicyRepository policies;
    private final Caller caller;
    private final Clock clock;

    DeadlineService(
            DeadlineRepository repository,
            WordRepository words,
            RubricOutboxRepository outbox,
            PolicyRepository policies,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.words = words;
        this.outbox = outbox;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
    }

    Versioned<DeadlineView> get(String id) {
        Obligation found =
                repository
                        .findByIdOptional(id)
                        .filter(one -> caller.sees(one.unit()))
                        .orElseThrow(() -> NotFound.of("deadline", id));
        return new Versioned<>(found.view(words.about(List.of(id))), found.etag());
    }

    Page<DueDate> list(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String unit,
            @Nullable DeadlineStatus status,
            Paging paging) {
        LocalDate today = policies.policies().today("", clock.instant());
        LocalDate first =
                from != null ? from : to != null ? to.minusDays(DEFAULT_SPAN_DAYS) : today;
        LocalDate last = to != null ? to : first.plusDays(DEFAULT_SPAN_DAYS);
        if (last.isBefore(first) || last.isAfter(first.plusDays(MAX_SPAN_DAYS))) {
            throw RuleBroken.parameter(
                    "invalid-period",
                    "to",
                    Message.of("to is from 0 to %d days after from.", MAX_SPAN_DAYS));
        }
        String only = caller.onlyUnit();
        String one = only == null ? unit : only;
        List<Deadline> all =
                one == null
                        ? repository.dueBetween(first, last)
                        : repository.dueBetween(one, first, last);
        List<DueDate> due =
                all.stream()
                        .filter(d -> d.due() != null)
                        .filter(d -> status == null || d.status() == status)
                        .sorted(ORDER)
                        .map(d -> DueDate.of(d, today))
                        .toList();
        return Page.of(due, paging);
    }

    /**
     * Says that a milestone is done; rubric-service is told. Doing so again changes nothing.
     *
     * @param answer what there is to say of it
     */
    @Transactional
    public void done(Deadline milestone, String answer, Who who) {
        Deadline now = held(milestone);
        if (now.status() == DeadlineStatus.DONE) {
            return;
        }
        if (!now.isOpen()) {
            throw settled(now);
        }
        outbox.say(now.id(), true, answer, who);
    }

    /** That it is open again; where it is, nothing changes. */
    @Transactional
    public void undo(Deadline milestone, String reason, Who who) {
        Deadline now = held(milestone);
        if (now.status() == DeadlineStatus.DONE) {
            outbox.say(now.id(), false, reason, who);
        }
    }

    /** As it is now, and nobody else speaks of it until the transaction ends. */
    private Deadline held(Deadline milestone) {
        Obligation row =
                repository
                        .findLocked(milestone.id())
                        .orElseThrow(() -> NotFound.of("deadline", milestone.id()));
        return row.on(milestone.day(), words.about(List.of(row.id())))
                .findFirst()
                .orElseThrow(() -> NotFound.of("deadline", milestone.id()));
    }

    /** The answer where nothing is left to do. */
    public static Conflict settled(Deadline deadline) {
        return new Conflict(
                "deadline-settled",
                Message.of("The deadline is %s; there is nothing left to do.", deadline.status()));
    }
}
