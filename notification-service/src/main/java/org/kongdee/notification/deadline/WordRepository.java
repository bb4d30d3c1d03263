package org.kongdee.notification.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/** The last words that hold, from {@code rubric_outbox} and {@code task_history}. */
@ApplicationScoped
public class WordRepository {

    private static final String MILESTONES =
            """
            select deadline, done, reason, said_by, said_by_name, said_at from rubric_outbox
             where refused_at is null
            """;

    private static final String OCCURRENCES =
            """
            select distinct on (task, due) task, due, action = 'DONE' as done, at, by, by_name, answer from task_history
             where action in ('DONE', 'UNDONE') and due is not null
            """;

    private static final String LAST = " order by task, due, entry desc";

    private final Sql sql;

    WordRepository(Sql sql) {
        this.sql = sql;
    }

    /** About all that is due then. */
    Words between(LocalDate from, LocalDate to) {
        Map<String, Word> milestones = new HashMap<>();
        sql.each(MILESTONES, _ -> {}, WordRepository::milestone, put(milestones));
        Map<Words.Key, Word> occurrences = new HashMap<>();
        sql.each(
                OCCURRENCES + " and due between :from and :to" + LAST,
                p -> p.date("from", from).date("to", to),
                WordRepository::occurrence,
                put(occurrences));
        return new Words(milestones, occurrences);
    }

    /** About these, whenever they are due. */
    public Words about(Collection<String> deadlines) {
        Map<String, Word> milestones = new HashMap<>();
        sql.each(
                MILESTONES + " and deadline = any(:deadlines)",
                p -> p.texts("deadlines", deadlines),
                WordRepository::milestone,
                put(milestones));
        Map<Words.Key, Word> occurrences = new HashMap<>();
        sql.each(
                OCCURRENCES + " and task = any(:tasks)" + LAST,
                p -> p.texts("tasks", deadlines),
                WordRepository::occurrence,
                put(occurrences));
        return new Words(milestones, occurrences);
    }

    private static <K> Consumer<Map.Entry<K, Word>> put(Map<K, Word> words) {
        return entry -> words.put(entry.getKey(), entry.getValue());
    }

    private static Map.Entry<String, Word> milestone(Row row) throws SQLException {
        return Map.entry(
                row.text("deadline"),
                new Word(
                        row.flag("done"),
                        new Who(row.text("said_by"), row.textOrNull("said_by_name")),
                        row.instant("said_at"),
                        row.textOrNull("reason")));
    }

    private static Map.Entry<Words.Key, Word> occurrence(Row row) throws SQLException {
        return Map.entry(
                new Words.Key(row.text("task"), row.date("due")),
                new Word(
                        row.flag("done"),
                        new Who(row.text("by"), row.textOrNull("by_name")),
                        row.instant("at"),
                        row.textOrNull("answer")));
    }
}
