package org.kongdee.notification.task;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.Who;

/** Something that happened to a task; it is kept for ever. */
@Entity
@Immutable
@Table(name = "task_history")
class TaskEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long entry;

    private String task;
    private @Nullable LocalDate due;

    @Enumerated(EnumType.STRING)
    private Action action;

    private Instant at;
    private String by;
    private @Nullable String byName;
    private @Nullable String answer;
    private @Nullable String link;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable Map<String, BigDecimal> figures;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable TaskContent content;

    /** For Hibernate. */
    protected TaskEntry() {}

    private TaskEntry(String task, Action action, Instant at, Who who) {
        this.task = task;
        this.action = action;
        this.at = at;
        this.by = who.by();
        this.byName = who.name();
    }

    /** About the task as a whole. */
    static TaskEntry of(
            String task, Action action, @Nullable TaskContent content, Instant at, Who who) {
        TaskEntry entry = new TaskEntry(task, action, at, who);
        entry.content = content;
        return entry;
    }

    static TaskEntry done(String task, @Nullable LocalDate due, Done done, Instant at, Who who) {
        TaskEntry entry = new TaskEntry(task, Action.DONE, at, who);
        entry.due = due;
        entry.answer = done.answer();
        entry.link = done.link();
        entry.figures = done.figures() == null ? null : new TreeMap<>(done.figures());
        return entry;
    }

    static TaskEntry undone(
            String task, @Nullable LocalDate due, @Nullable String reason, Instant at, Who who) {
        TaskEntry entry = new TaskEntry(task, Action.UNDONE, at, who);
        entry.due = due;
        entry.answer = reason;
        return entry;
    }

    String task() {
        return task;
    }

    @Nullable LocalDate due() {
        return due;
    }

    boolean isDone() {
        return action == Action.DONE;
    }

    TaskAnswer view() {
        return new TaskAnswer(by, byName, at, answer, link, figures == null ? Map.of() : figures);
    }

    TaskHistoryView history() {
        return new TaskHistoryView(
                action,
                due,
                at,
                by,
                byName,
                answer,
                link,
                figures == null ? Map.of() : figures,
                content);
    }
}
