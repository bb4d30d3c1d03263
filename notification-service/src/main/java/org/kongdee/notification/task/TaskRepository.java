package org.kongdee.notification.task;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.web.entity.KeptRepository;

/** The tasks in the table {@code deadline}. */
@ApplicationScoped
class TaskRepository implements KeptRepository<Task, String> {

    private static final Sort ORDER = Sort.by("id");

    /** How many keys stand in one query. */
    private static final int MOST_KEYS = 1000;

    Map<String, Task> named(Collection<String> keys) {
        return keys.stream()
                .gather(Gatherers.windowFixed(MOST_KEYS))
                .flatMap(some -> list("id in ?1", some).stream())
                .collect(toMap(Task::id, task -> task));
    }

    PanacheQuery<Task> matching(TaskFilter filter) {
        return find(
                TaskFilter.WHERE,
                ORDER,
                Parameters.with("unit", filter.unit())
                        .and("section", filter.section())
                        .and("all", Deadline.ALL)
                        .and("recipient", filter.recipient())
                        .and("meeting", filter.meeting())
                        .and("status", filter.status()));
    }

    /** Which tasks a list shows; null means any. */
    record TaskFilter(
            @Nullable String unit,
            @Nullable String section,
            @Nullable String recipient,
            @Nullable String meeting,
            @Nullable DeadlineStatus status) {

        static final String WHERE =
                """
                (:unit is null or unit = :unit)
                and (:section is null or array_position(sections, cast(:section as String)) > 0
                     or array_position(sections, cast(:all as String)) > 0)
                and (:recipient is null or array_position(persons, cast(:recipient as String)) > 0)
                and (:meeting is null or cast(sql('(?->>''meeting'')', given) as String) = :meeting)
                and (:status is null or status = :status)
                """;

        TaskFilter ofUnit(String only) {
            return new TaskFilter(only, section, recipient, meeting, status);
        }
    }
}
