package org.kongdee.notification.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DeadlineService;
import org.kongdee.notification.deadline.Settled;
import org.kongdee.notification.deadline.Who;
import org.kongdee.notification.deadline.WordRepository;
import org.kongdee.notification.deadline.Words;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.notification.task.TaskHistoryRepository.Key;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** What was done of tasks, and what came of it. Every word about one is kept. */
@ApplicationScoped
public class AnswerService {

    private static final int MAX_SPAN_DAYS = 3_660;
    private static final int YEAR = 366;

    private final TaskRepository tasks;
    private final TaskHistoryRepository history;
    private final WordRepository words;
    private final PolicyRepository policies;
    private final Caller caller;
    private final Clock clock;
    private final Clock real;

    AnswerService(
            TaskRepository tasks,
            TaskHistoryRepository history,
            WordRepository words,
            PolicyRepository policies,
            Caller caller,
            Clock clock,
            @SystemTime Clock real) {
        this.tasks = tasks;
        this.history = history;
        this.words = words;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
        this.real = real;
    }

    /** For a caller with a token. */
    @Transactional
    Occurrence doneByCaller(String key, @Nullable LocalDate due, Done done) {
        return done(visible(locked(key)), due, done, Who.calls(caller));
    }

    @Transactional
    Occurrence undoneByCaller(String key, @Nullable LocalDate due) {
        return undone(visible(locked(key)), due, null, Who.calls(caller));
    }

    /** For the holder of a link. */
    @Transactional
    public void done(Deadline task, Done done, Who who) {
        Occurrence unused = done(locked(task.id()), task.due(), done, who);
    }

    @Transactional
    public void undo(Deadline task, String reason, Who who) {
        Occurrence unused = undone(locked(task.id()), task.due(), reason, who);
    }

    /** What a report of the task states. */
    public List<FigureView> figures(String key) {
        return tasks.findByIdOptional(key).map(Task::figures).orElse(List.of());
    }

    /** Saying so twice is saying it once: the first answer stays. */
    private Occurrence done(Task task, @Nullable LocalDate due, Done done, Who who) {
        Deadline now = find(task, due);
        if (now.status() == DeadlineStatus.DONE) {
            return occurrence(task, now);
        }
        if (!now.isOpen()) {
            throw DeadlineService.settled(now);
        }
        check(task, done);
        Instant at = clock.instant();
        history.persist(TaskEntry.done(task.id(), now.due(), done, at, who));
        if (!task.isSeries()) {
            task.done(new Settled(who.by(), who.name(), at, done.answer()), stamp(who));
        }
        return written(task, due);
    }

    private Occurrence undone(
            Task task, @Nullable LocalDate due, @Nullable String reason, Who who) {
        Deadline now = find(task, due);
        if (now.status() == DeadlineStatus.DONE) {
            history.persist(TaskEntry.undone(task.id(), now.due(), reason, clock.instant(), who));
            if (!task.isSeries()) {
                task.undone(stamp(who));
            }
        }
        return written(task, due);
    }

    private Occurrence written(Task task, @Nullable LocalDate due) {
        tasks.write();
        return occurrence(task, find(task, due));
    }

    private static void check(Task task, Done done) {
        Map<String, BigDecimal> figures = done.figures();
        if (figures == null) {
            return;
        }
        Set<String> known =
                task.figures().stream().map(FigureView::code).collect(Collectors.toSet());
        List<FieldError> errors = new ArrayList<>();
        for (String code : figures.keySet()) {
            if (!known.contains(code)) {
                errors.add(
                        FieldError.at(
                                "/figures/" + code,
                                known.isEmpty()
                                        ? Message.of("the task asks for no figures")
                                        : Message.of(
                                                "the task asks for no figure '%s', but for %s",
                                                code, known.stream().sorted().toList())));
            }
        }
        if (!errors.isEmpty()) {
            throw new RuleBroken(
                    "unknown-figure",
                    Message.of("The report states figures that the task does not ask for."),
                    errors);
        }
    }

    /** What came of each due date, the earliest first. */
    List<Occurrence> occurrences(String key, @Nullable LocalDate from, @Nullable LocalDate to) {
        Task task =
                visible(tasks.findByIdOptional(key).orElseThrow(() -> NotFound.of("task", key)));
        LocalDate today = today(task.unit());
        LocalDate first = from == null ? beginning(task, today) : from;
        LocalDate last = to == null ? later(first.plusDays(YEAR), today) : to;
        if (last.isBefore(first) || last.isAfter(first.plusDays(MAX_SPAN_DAYS))) {
            throw RuleBroken.parameter(
                    "invalid-period",
                    "to",
                    Message.of("to is from 0 to %d days after from.", MAX_SPAN_DAYS));
        }
        Map<Key, TaskAnswer> answers = history.answers(List.of(key));
        return task.between(first, last, words.about(List.of(key)))
                .map(deadline -> occurrence(task, deadline, answers, today))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate beginning(Task task, LocalDate today) {
        LocalDate start = task.content().start();
        return start == null ? today.minusDays(YEAR) : start;
    }

    private Occurrence occurrence(Task task, Deadline deadline) {
        return occurrence(task, deadline, history.answers(List.of(task.id())), today(task.unit()));
    }

    private static Occurrence occurrence(
            Task task, Deadline deadline, Map<Key, TaskAnswer> answers, LocalDate today) {
        return new Occurrence(
                task.id(),
                deadline.due(),
                deadline.status(),
                deadline.isPastOn(today),
                deadline.status() == DeadlineStatus.DONE
                        ? answers.get(new Key(task.id(), deadline.due()))
                        : null);
    }

    /**
     * @param due null for the task that is no series, whenever it is due
     */
    private Deadline find(Task task, @Nullable LocalDate due) {
        if (due == null && task.isSeries()) {
            throw new Conflict(
                    "task-recurs",
                    Message.of(
                            "Each due date of a series is answered, or reopened, by itself: …/occurrences/{date}/done."));
        }
        LocalDate day = due == null ? (task.due() == null ? Deadline.NEVER : task.due()) : due;
        Words said = words.about(List.of(task.id()));
        return task.on(day, said)
                .findFirst()
                .orElseThrow(
                        () ->
                                new NotFound(
                                        Message.of(
                                                "The task '%s' is not due on %s.",
                                                task.id(), day)));
    }

    private Task locked(String key) {
        return tasks.findLocked(key).orElseThrow(() -> NotFound.of("task", key));
    }

    private Task visible(Task task) {
        if (!caller.sees(task.unit())) {
            throw NotFound.of("task", task.id());
        }
        return task;
    }

    private Stamp stamp(Who who) {
        return new Stamp(real.instant(), who.by());
    }

    private LocalDate today(String unit) {
        return policies.policies().today(unit, clock.instant());
    }
}
