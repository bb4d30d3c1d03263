package org.kongdee.notification.reminder;

import static org.kongdee.notification.sql.Columns.bindTexts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.ReminderKey;
import org.kongdee.notification.sql.Columns;

/** The table {@code reminder}: the ledger of what was said, and what was deliberately not. */
@ApplicationScoped
public class ReminderRepository {

    /**
     * Moving a reminder off days off shifts it by at most this; older rows cannot matter any more.
     */
    private static final int FURTHEST_SHIFT_DAYS = 62;

    private static final String VIEW =
            """
            select r.reminder, r.recipient, m.email, r.unit, r.deadline, r.due, r.lead_days, r.days_left, r.pass_date,
                   case when r.suppressed is null then m.state else 'SUPPRESSED' end as status,
                   r.suppressed, r.message, m.not_before, m.sent_at, a.reply, coalesce(m.attempts, 0) as attempts
              from reminder r
              left join message m on m.message = r.message
              left join lateral (select reply from attempt where attempt.message = r.message order by number desc limit 1) a on true
             where (cast(:unit as text) is null or r.unit = :unit)
               and (cast(:recipient as text) is null or r.recipient = :recipient)
               and (cast(:deadline as text) is null or r.deadline = :deadline)
               and (cast(:date as date) is null or r.pass_date = :date)
               and (cast(:status as text) is null or case when r.suppressed is null then m.state else 'SUPPRESSED' end = :status)
            """;

    private final Jdbi jdbi;

    ReminderRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Everything said or suppressed that could come up again in a pass that looks back to {@code
     * from}.
     */
    Set<ReminderKey> saidSince(LocalDate from) {
        return new HashSet<>(
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(
                                                "select recipient, deadline, lead_days, due from reminder where pass_date >= :from")
                                        .bind("from", from.minusDays(FURTHEST_SHIFT_DAYS))
                                        .setFetchSize(10_000)
                                        .map((row, _) -> key(row))
                                        .list()));
    }

    /** Writes the lines of digests; what another replica wrote first stays as it is. */
    int add(LocalDate date, Collection<Plan.Digest> digests, Map<String, UUID> messages) {
        return jdbi.withHandle(
                handle -> {
                    PreparedBatch batch =
                            handle.prepareBatch(
                                    """
                                    insert into reminder (reminder, recipient, deadline, lead_days, due, unit, pass_date, days_left, message)
                                    values (:id, :recipient, :deadline, :leadDays, :due, :unit, :date, :daysLeft, :message)
                                    on conflict on constraint uq_reminder_once do nothing
                                    """);
                    int lines = 0;
                    for (Plan.Digest digest : digests) {
                        UUID message = messages.get(digest.recipient().id());
                        if (message == null) {
                            continue;
                        }
                        for (Plan.Line line : digest.lines()) {
                            batch.bind("id", UUID.randomUUID())
                                    .bind("recipient", digest.recipient().id())
                                    .bind("deadline", line.deadline().id())
                                    .bind("leadDays", line.leadDays())
                                    .bind("due", line.deadline().due())
                                    .bind("unit", line.deadline().unit())
                                    .bind("date", date)
                                    .bind("daysLeft", line.daysLeft())
                                    .bind("message", message)
                                    .add();
                            lines++;
                        }
                    }
                    if (lines > 0) {
                        batch.execute();
                    }
                    return lines;
                });
    }

    void addSuppressed(LocalDate date, Collection<Plan.Suppressed> suppressed) {
        jdbi.useHandle(
                handle -> {
                    PreparedBatch batch =
                            handle.prepareBatch(
                                    """
                                    insert into reminder (reminder, recipient, deadline, lead_days, due, unit, pass_date, days_left, suppressed)
                                    values (:id, :recipient, :deadline, :leadDays, :due, :unit, :date, :daysLeft, :reason)
                                    on conflict on constraint uq_reminder_once do nothing
                                    """);
                    for (Plan.Suppressed s : suppressed) {
                        batch.bind("id", UUID.randomUUID())
                                .bind("recipient", s.key().recipient())
                                .bind("deadline", s.key().deadline())
                                .bind("leadDays", s.key().leadDays())
                                .bind("due", s.key().due())
                                .bind("unit", s.unit())
                                .bind("date", date)
                                .bind("daysLeft", s.key().due().toEpochDay() - date.toEpochDay())
                                .bind("reason", s.reason().name())
                                .add();
                    }
                    batch.execute();
                });
    }

    /** A line of a queued mail. */
    public record QueuedLine(
            UUID reminder,
            UUID message,
            String deadline,
            LocalDate due,
            int leadDays,
            int daysLeft) {}

    /** The lines of these mails that are still to be said. */
    public List<QueuedLine> lines(Collection<UUID> messages) {
        return jdbi.withHandle(
                handle ->
                        bindTexts(
                                        handle.createQuery(
                                                """
                                                select reminder, message, deadline, due, lead_days, days_left from reminder
                                                 where message = any(cast(:messages as uuid[])) and suppressed is null
                                                """),
                                        "messages",
                                        messages.stream().map(UUID::toString).toList())
                                .map(
                                        (row, _) ->
                                                new QueuedLine(
                                                        row.getObject("reminder", UUID.class),
                                                        row.getObject("message", UUID.class),
                                                        row.getString("deadline"),
                                                        Columns.date(row, "due"),
                                                        row.getInt("lead_days"),
                                                        row.getInt("days_left")))
                                .list());
    }

    /** Takes lines out of their mail at the last moment. */
    public void suppress(Map<UUID, String> reasons) {
        jdbi.useHandle(
                handle -> {
                    PreparedBatch batch =
                            handle.prepareBatch(
                                    "update reminder set suppressed = ? where reminder = ?");
                    reasons.forEach((reminder, reason) -> batch.add(reason, reminder));
                    batch.execute();
                });
    }

    Optional<ReminderView> find(UUID reminder) {
        return jdbi.withHandle(
                handle ->
                        bind(
                                        handle.createQuery(VIEW + " and r.reminder = :reminder"),
                                        ReminderFilter.ANY)
                                .bind("reminder", reminder)
                                .map((row, _) -> view(row))
                                .findOne());
    }

    List<ReminderView> list(ReminderFilter filter, int limit, int offset) {
        return jdbi.withHandle(
                handle ->
                        bind(
                                        handle.createQuery(
                                                VIEW
                                                        + " order by r.pass_date desc, r.recipient, r.due, r.deadline, r.lead_days limit :limit offset :offset"),
                                        filter)
                                .bind("limit", limit)
                                .bind("offset", offset)
                                .map((row, _) -> view(row))
                                .list());
    }

    /** Every match, row by row. */
    void each(ReminderFilter filter, Consumer<ReminderView> sink) {
        jdbi.useHandle(
                handle ->
                        bind(
                                        handle.createQuery(
                                                VIEW
                                                        + " order by r.pass_date desc, r.recipient, r.due, r.deadline, r.lead_days"),
                                        filter)
                                .setFetchSize(1000)
                                .map((row, _) -> view(row))
                                .forEach(sink));
    }

    long count(ReminderFilter filter) {
        return jdbi.withHandle(
                handle ->
                        bind(handle.createQuery("select count(*) from (" + VIEW + ") v"), filter)
                                .mapTo(Long.class)
                                .one());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, ReminderFilter filter) {
        return statement
                .bind("unit", filter.unit())
                .bind("recipient", filter.recipient())
                .bind("deadline", filter.deadline())
                .bind("date", filter.date())
                .bind("status", filter.status());
    }

    private static ReminderKey key(ResultSet row) throws SQLException {
        return new ReminderKey(
                row.getString("recipient"),
                row.getString("deadline"),
                row.getInt("lead_days"),
                Columns.date(row, "due"));
    }

    private static ReminderView view(ResultSet row) throws SQLException {
        return new ReminderView(
                Objects.requireNonNull(row.getObject("reminder", UUID.class)),
                Objects.requireNonNull(row.getString("recipient")),
                row.getString("email"),
                Objects.requireNonNull(row.getString("unit")),
                Objects.requireNonNull(row.getString("deadline")),
                Columns.date(row, "due"),
                row.getInt("lead_days"),
                row.getInt("days_left"),
                Columns.date(row, "pass_date"),
                Objects.requireNonNull(row.getString("status")),
                row.getString("suppressed"),
                row.getObject("message", UUID.class),
                Columns.instantOrNull(row, "not_before"),
                Columns.instantOrNull(row, "sent_at"),
                row.getInt("attempts"),
                row.getString("reply"));
    }

    /** Which reminders a list shows; null means any. */
    record ReminderFilter(
            @Nullable String unit,
            @Nullable String recipient,
            @Nullable String deadline,
            @Nullable LocalDate date,
            @Nullable String status) {

        static final ReminderFilter ANY = new ReminderFilter(null, null, null, null, null);

        ReminderFilter ofUnit(String only) {
            return new ReminderFilter(only, recipient, deadline, date, status);
        }
    }
}
