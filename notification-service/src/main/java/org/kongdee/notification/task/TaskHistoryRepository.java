package org.kongdee.notification.task;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code task_history}. */
@ApplicationScoped
class TaskHistoryRepository implements PanacheRepositoryBase<TaskEntry, Long> {

    /** A due date of a task; null where it has none. */
    record Key(String task, @Nullable LocalDate due) {}

    /** The newest first. */
    PanacheQuery<TaskEntry> of(String task) {
        return find("task", Sort.descending("entry"), task);
    }

    boolean isAnswered(String task) {
        return count("task = ?1 and action = ?2", task, Action.DONE) > 0;
    }

    /** What was answered last about each of their due dates, where that still holds. */
    Map<Key, TaskAnswer> answers(Collection<String> tasks) {
        List<TaskEntry> words =
                list(
                        "task in ?1 and action in ?2",
                        Sort.by("entry"),
                        tasks,
                        List.of(Action.DONE, Action.UNDONE));
        Map<Key, TaskAnswer> answers = new HashMap<>();
        for (TaskEntry word : words) {
            Key key = new Key(word.task(), word.due());
            if (word.isDone()) {
                answers.put(key, word.view());
            } else {
                answers.remove(key);
            }
        }
        return answers;
    }
}
