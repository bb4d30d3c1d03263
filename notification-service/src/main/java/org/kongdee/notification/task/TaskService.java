package org.kongdee.notification.task;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.Who;
import org.kongdee.notification.deadline.Words;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.planning.Policies;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.notification.task.TaskHistoryRepository.Key;
import org.kongdee.notification.task.TaskRepository.TaskFilter;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.bulk.Outcome;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.entity.Lists;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.Forbidden;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** Tasks: written one by one or in bulk, listed, and taken back. */
@ApplicationScoped
class TaskService {

    private static final Pattern KEY = Pattern.compile(PutTask.KEY);

    private final TaskRepository tasks;
    private final TaskHistoryRepository history;
    private final PolicyRepository policies;
    private final Bulk bulk;
    private final Caller caller;
    private final Clock clock;
    private final Clock real;

    TaskService(
            TaskRepository tasks,
            TaskHistoryRepository history,
            PolicyRepository policies,
            Bulk bulk,
            Caller caller,
            Clock clock,
            @SystemTime Clock real) {
        this.tasks = tasks;
        this.history = history;
        this.policies = policies;
        this.bulk = bulk;
        this.caller = caller;
        this.clock = clock;
        this.real = real;
    }

    @Transactional
    Written<TaskView> put(String key, PutTask body, @Nullable IfMatch ifMatch) {
        TaskContent wanted = TaskContent.of(body);
        mayWrite(wanted.unit());
        Policies rules = policies.policies();
        tasks.findByIdOptional(key).ifPresent(there -> mayWrite(there.unit()));
        return tasks.put(
                        key,
                        ifMatch,
                        there -> there.says(wanted),
                        () -> created(key, wanted, rules),
                        there -> change(there, wanted, rules))
                .map(task -> shown(task, rules));
    }

    @Transactional
    Versioned<TaskView> patch(String key, PatchTask change, @Nullable IfMatch ifMatch) {
        Task there = locked(key);
        IfMatch.require(ifMatch, there.etag());
        TaskContent wanted = there.content().with(change);
        Policies rules = policies.policies();
        if (!there.says(wanted)) {
            change(there, wanted, rules);
        }
        tasks.write();
        return Versioned.of(shown(there, rules));
    }

    private Task created(String key, TaskContent wanted, Policies rules) {
        note(key, Action.CREATED, wanted);
        return new Task(key, wanted, rules.today(wanted.unit(), now()), stamp());
    }

    private void change(Task there, TaskContent wanted, Policies rules) {
        note(there.id(), Action.CHANGED, wanted);
        there.become(wanted, rules.today(wanted.unit(), now()), stamp());
    }

    /** What was answered is kept and shown; what nobody answered goes. */
    @Transactional
    void delete(String key, @Nullable IfMatch ifMatch) {
        Task there = locked(key);
        IfMatch.require(ifMatch, there.etag());
        if (history.isAnswered(key)) {
            note(key, Action.CANCELLED, null);
            there.cancel(stamp());
        } else {
            note(key, Action.REMOVED, there.content());
            tasks.delete(there);
        }
    }

    Versioned<TaskView> get(String key) {
        return tasks.findByIdOptional(key)
                .filter(this::isVisible)
                .map(there -> Versioned.of(shown(there, policies.policies())))
                .orElseThrow(() -> NotFound.of("task", key));
    }

    Page<TaskView> list(
            TaskFilter filter, @Nullable LocalDate from, @Nullable LocalDate to, Paging paging) {
        String only = caller.onlyUnit();
        TaskFilter visible = only == null ? filter : filter.ofUnit(only);
        if (from == null && to == null) {
            Page<Task> page = Lists.page(tasks.matching(visible), paging, Function.identity());
            return page.with(shown(page.items(), policies.policies()));
        }
        LocalDate first = from == null ? LocalDate.EPOCH : from;
        LocalDate last = to == null ? latest(first) : to;
        List<Task> due =
                tasks.matching(visible).list().stream()
                        .filter(task -> isDueBetween(task, first, last))
                        .toList();
        Page<Task> page = Page.of(due, paging);
        return page.with(shown(page.items(), policies.policies()));
    }

    /** Without a last day a series would go on for ever. */
    private static LocalDate latest(LocalDate first) {
        return first.plusYears(10);
    }

    private static boolean isDueBetween(Task task, LocalDate from, LocalDate to) {
        return (task.due() != null || task.isSeries())
                && task.between(from, to, Words.NONE).findAny().isPresent();
    }

    /** Also of a task that was removed. */
    Page<TaskHistoryView> history(String key, Paging paging) {
        Optional<Task> there = tasks.findByIdOptional(key);
        Page<TaskHistoryView> page = Lists.page(history.of(key), paging, TaskEntry::history);
        boolean visible =
                there.map(this::isVisible)
                        .orElseGet(() -> page.total() > 0 && !caller.seesOwnUnitOnly());
        if (!visible) {
            throw NotFound.of("task", key);
        }
        return page;
    }

    /** Each line answers for itself; the good ones are written together. */
    @Transactional
    List<Outcome> putAll(List<Line<ObjectNode>> lines) {
        Map<String, TaskContent> good = new LinkedHashMap<>();
        List<Line<String>> read =
                lines.stream().map(line -> line.map(object -> read(object, good))).toList();
        Policies rules = policies.policies();
        Map<String, Task> there = tasks.named(good.keySet());
        Set<String> others =
                there.values().stream()
                        .filter(task -> !isVisible(task))
                        .map(Task::id)
                        .collect(toSet());
        Map<String, Task> now = new HashMap<>(there);
        good.forEach(
                (key, wanted) -> {
                    Task found = there.get(key);
                    if (found == null) {
                        Task created = created(key, wanted, rules);
                        tasks.persist(created);
                        now.put(key, created);
                    } else if (!others.contains(key) && !found.says(wanted)) {
                        change(found, wanted, rules);
                    }
                });
        tasks.write();
        return Line.each(
                read,
                (number, key) -> {
                    if (others.contains(key)) {
                        throw notYours();
                    }
                    return Outcome.accepted(
                            number,
                            there.containsKey(key) ? 200 : 201,
                            Map.of(
                                    "task",
                                    key,
                                    "etag",
                                    Objects.requireNonNull(now.get(key)).etag()));
                });
    }

    private String read(ObjectNode line, Map<String, TaskContent> good) {
        JsonNode key = line.path("task");
        if (!key.isTextual() || !KEY.matcher(key.textValue()).matches()) {
            throw new Malformed(
                    "bad-request",
                    Message.of("The request breaks a constraint of the contract."),
                    List.of(
                            FieldError.at(
                                    "/task",
                                    Message.of(
                                            "task is 1 to 64 letters, digits, dots, hyphens and underscores, beginning with a letter or digit, such as spending-report"))));
        }
        TaskContent content =
                TaskContent.of(bulk.value(line.deepCopy().without("task"), PutTask.class));
        mayWrite(content.unit());
        if (good.putIfAbsent(key.textValue(), content) != null) {
            throw RuleBroken.at(
                    "duplicate-line", "/task", Message.of("An earlier line is for the same task."));
        }
        return key.textValue();
    }

    private TaskView shown(Task task, Policies rules) {
        return shown(List.of(task), rules).getFirst();
    }

    private List<TaskView> shown(List<Task> page, Policies rules) {
        Map<Key, TaskAnswer> answers =
                history.answers(
                        page.stream()
                                .filter(task -> task.status() == DeadlineStatus.DONE)
                                .map(Task::id)
                                .toList());
        List<TaskView> views = new ArrayList<>();
        for (Task task : page) {
            views.add(
                    task.view(
                            answers.get(new Key(task.id(), task.due())),
                            rules.today(task.unit(), now())));
        }
        return views;
    }

    private void note(String key, Action action, @Nullable TaskContent content) {
        history.persist(TaskEntry.of(key, action, content, now(), Who.calls(caller)));
    }

    private Task locked(String key) {
        Task there = tasks.findLocked(key).orElseThrow(() -> NotFound.of("task", key));
        if (!isVisible(there)) {
            throw NotFound.of("task", key);
        }
        return there;
    }

    private boolean isVisible(Task task) {
        return caller.sees(task.unit());
    }

    private void mayWrite(String unit) {
        if (!caller.sees(unit)) {
            throw notYours();
        }
    }

    private static Forbidden notYours() {
        return new Forbidden(Message.of("An officer writes tasks of the own unit only."));
    }

    private Instant now() {
        return clock.instant();
    }

    private Stamp stamp() {
        return new Stamp(real.instant(), caller.subject());
    }
}
