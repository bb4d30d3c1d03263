package org.kongdee.notification.deadline;

import static org.kongdee.notification.sql.Columns.bindTexts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.sql.Columns;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.text.LocalizedText;

/** The tables {@code deadline} and {@code completion}. */
@ApplicationScoped
public class DeadlineRepository {

    private record Done(String deadline, LocalDate due) {}

    private final Jdbi jdbi;
    private final Clock clock;

    DeadlineRepository(Jdbi jdbi, @SystemTime Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Every due date from {@code from} to {@code to}, in any status. */
    public List<Deadline> dueBetween(LocalDate from, LocalDate to) {
        return expand(
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(
                                                "select * from deadline where rrule is not null or due between :from and :to")
                                        .bind("from", from)
                                        .bind("to", to)
                                        .map((row, _) -> obligation(row))
                                        .list()),
                from,
                to);
    }

    /** The same for one unit. */
    public List<Deadline> dueBetween(String unit, LocalDate from, LocalDate to) {
        return expand(
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select * from deadline
                                                 where unit = :unit and (rrule is not null or due between :from and :to)
                                                """)
                                        .bind("unit", unit)
                                        .bind("from", from)
                                        .bind("to", to)
                                        .map((row, _) -> obligation(row))
                                        .list()),
                from,
                to);
    }

    /** The same for one unit, and what names the recipient elsewhere. */
    public List<Deadline> concerning(String unit, String recipient, LocalDate from, LocalDate to) {
        return expand(
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select * from deadline
                                                 where (unit = :unit or :recipient = any(recipients))
                                                   and (rrule is not null or due between :from and :to)
                                                """)
                                        .bind("unit", unit)
                                        .bind("recipient", recipient)
                                        .bind("from", from)
                                        .bind("to", to)
                                        .map((row, _) -> obligation(row))
                                        .list()),
                from,
                to);
    }

    /** These obligations on these due dates, where they still are due then. */
    public List<Deadline> find(Collection<String> deadlines, LocalDate from, LocalDate to) {
        return expand(
                jdbi.withHandle(
                        handle ->
                                bindTexts(
                                                handle.createQuery(
                                                        "select * from deadline where deadline = any(:keys)"),
                                                "keys",
                                                deadlines)
                                        .map((row, _) -> obligation(row))
                                        .list()),
                from,
                to);
    }

    private List<Deadline> expand(List<Obligation> obligations, LocalDate from, LocalDate to) {
        Set<Done> done = done(from, to);
        List<Deadline> due = new ArrayList<>(obligations.size());
        for (Obligation o : obligations) {
            o.dueDates(from, to)
                    .forEach(day -> due.add(o.on(day, done.contains(new Done(o.id(), day)))));
        }
        return due;
    }

    private Set<Done> done(LocalDate from, LocalDate to) {
        return new HashSet<>(
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(
                                                "select deadline, due from completion where due between :from and :to")
                                        .bind("from", from)
                                        .bind("to", to)
                                        .map(
                                                (row, _) ->
                                                        new Done(
                                                                row.getString("deadline"),
                                                                Columns.date(row, "due")))
                                        .list()));
    }

    Optional<Obligation> lock(String deadline) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select * from deadline where deadline = :deadline for update")
                                .bind("deadline", deadline)
                                .map((row, _) -> obligation(row))
                                .findOne());
    }

    boolean isDone(String deadline, LocalDate due) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                                "select count(*) from completion where deadline = :deadline and due = :due")
                                        .bind("deadline", deadline)
                                        .bind("due", due)
                                        .mapTo(Integer.class)
                                        .one()
                                == 1);
    }

    void put(Obligation o, String by) {
        jdbi.useHandle(
                handle ->
                        bindTexts(
                                        bindTexts(
                                                handle.createUpdate(
                                                        """
                                                        insert into deadline (deadline, source, unit, title_en, title_th, sections, recipients,
                                                                              due, start_on, rrule, status, missing_en, missing_th, known_since,
                                                                              revision, changed_at, changed_by)
                                                        values (:id, 'OWN', :unit, :en, :th, :sections, :recipients,
                                                                :due, :start, :rrule, 'PLANNED', '{}', '{}', :knownSince,
                                                                :revision, :now, :by)
                                                        on conflict on constraint pk_deadline do update
                                                           set title_en = excluded.title_en, title_th = excluded.title_th,
                                                               sections = excluded.sections, recipients = excluded.recipients,
                                                               due = excluded.due, start_on = excluded.start_on, rrule = excluded.rrule,
                                                               known_since = excluded.known_since, revision = excluded.revision,
                                                               changed_at = excluded.changed_at, changed_by = excluded.changed_by
                                                        """),
                                                "sections",
                                                o.sections()),
                                        "recipients",
                                        o.recipients())
                                .bind("id", o.id())
                                .bind("unit", o.unit())
                                .bind("en", o.title().en())
                                .bind("th", o.title().th())
                                .bind("due", o.due())
                                .bind("start", o.start())
                                .bind("rrule", o.rrule())
                                .bind("knownSince", o.knownSince())
                                .bind("revision", o.revision())
                                .bind("now", Columns.utc(clock.instant()))
                                .bind("by", by)
                                .execute());
    }

    void delete(String deadline) {
        jdbi.useHandle(
                handle -> handle.execute("delete from deadline where deadline = ?", deadline));
    }

    void complete(String deadline, LocalDate due, String by) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into completion (deadline, due, done_at, done_by)
                                        values (:deadline, :due, :now, :by)
                                        on conflict on constraint pk_completion do nothing
                                        """)
                                .bind("deadline", deadline)
                                .bind("due", due)
                                .bind("now", Columns.utc(clock.instant()))
                                .bind("by", by)
                                .execute());
    }

    boolean reopen(String deadline, LocalDate due) {
        return jdbi.withHandle(
                        handle ->
                                handle.execute(
                                        "delete from completion where deadline = ? and due = ?",
                                        deadline,
                                        due))
                == 1;
    }

    /** What rubric-service is to be told; the last word replaces the one before it. */
    void tellRubricService(String deadline, boolean done, String reason, String by) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into outcome_outbox as o (deadline, done, reason, said_by, said_at)
                                        values (:deadline, :done, :reason, :by, :now)
                                        on conflict on constraint pk_outcome_outbox do update
                                           set done = excluded.done, reason = excluded.reason, said_by = excluded.said_by,
                                               said_at = excluded.said_at, attempts = 0, next_at = now(), failure = null
                                        """)
                                .bind("deadline", deadline)
                                .bind("done", done)
                                .bind("reason", reason)
                                .bind("by", by)
                                .bind("now", Columns.utc(clock.instant()))
                                .execute());
    }

    private static Obligation obligation(ResultSet row) throws SQLException {
        List<String> en = Columns.texts(row, "missing_en");
        List<String> th = Columns.texts(row, "missing_th");
        Stream<LocalizedText> missing =
                IntStream.range(0, en.size())
                        .mapToObj(i -> new LocalizedText(en.get(i), th.get(i)));
        return new Obligation(
                row.getString("deadline"),
                Obligation.Source.valueOf(row.getString("source")),
                row.getString("unit"),
                row.getString("cycle"),
                row.getString("criterion"),
                Columns.numberOrNull(row, "round"),
                new LocalizedText(row.getString("title_en"), row.getString("title_th")),
                Set.copyOf(Columns.texts(row, "sections")),
                Set.copyOf(Columns.texts(row, "recipients")),
                Columns.dateOrNull(row, "due"),
                Columns.dateOrNull(row, "start_on"),
                row.getString("rrule"),
                DeadlineStatus.valueOf(row.getString("status")),
                missing.toList(),
                Columns.date(row, "known_since"),
                Columns.dateOrNull(row, "chased_until"),
                row.getInt("revision"));
    }
}
