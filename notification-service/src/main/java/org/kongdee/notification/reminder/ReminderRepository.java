package org.kongdee.notification.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Occasion;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.ReminderKey;
import org.kongdee.notification.planning.Unsaid;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/** The table {@code reminder}: the ledger of what was said, and what was deliberately not. */
@ApplicationScoped
public class ReminderRepository {

    /**
     * Moving a reminder off days off shifts it by at most this; older rows cannot matter any more.
     */
    private static final int FURTHEST_SHIFT_DAYS = 62;

    private static final String KEYS =
            "select recipient, deadline, occasion, lead_days, due, about from reminder";

    private final Sql sql;

    ReminderRepository(Sql sql) {
        this.sql = sql;
    }

    /** What is written of one reminder: it is in a mail, or suppressed. */
    private record Entry(
            ReminderKey key,
            String unit,
            int daysLeft,
            int before,
            @Nullable UUID message,
            @Nullable Unsaid suppressed) {}

    /**
     * Everything said or suppressed that could come up again in a pass that looks back to {@code
     * from}.
     */
    Set<ReminderKey> saidSince(LocalDate from) {
        var said = new HashSet<ReminderKey>();
        sql.each(
                KEYS + " where pass_date >= :from",
                p -> p.date("from", from.minusDays(FURTHEST_SHIFT_DAYS)),
                ReminderRepository::key,
                said::add);
        return said;
    }

    /** What was left out of passes since {@code from} because its recipient was away. */
    Set<ReminderKey> pausedSince(LocalDate from) {
        var paused = new HashSet<ReminderKey>();
        sql.each(
                KEYS + " where pass_date >= :from and suppressed = 'PAUSED'",
                p -> p.date("from", from),
                ReminderRepository::key,
                paused::add);
        return paused;
    }

    private static ReminderKey key(Row row) throws SQLException {
        return new ReminderKey(
                row.text("recipient"),
                row.text("deadline"),
                row.constant("occasion", Occasion.class),
                row.number("lead_days"),
                row.dateOrNull("due"),
                row.date("about"));
    }

    /** Writes the lines of digests; how many there are. */
    int add(LocalDate date, Collection<Plan.Digest> digests, Map<String, UUID> messages) {
        var entries = new ArrayList<Entry>();
        for (Plan.Digest digest : digests) {
            String recipient = digest.recipient().id();
            UUID message = messages.get(recipient);
            if (message != null) {
                for (Plan.Line line : digest.lines()) {
                    entries.add(
                            new Entry(
                                    line.key(recipient),
                                    line.deadline().unit(),
                                    line.daysLeft(),
                                    line.before(),
                                    message,
                                    null));
                }
            }
        }
        add(date, entries);
        return entries.size();
    }

    void addSuppressed(LocalDate date, Collection<Plan.Suppressed> suppressed) {
        add(
                date,
                suppressed.stream()
                        .map(
                                s ->
                                        new Entry(
                                                s.key(),
                                                s.unit(),
                                                daysLeft(s.key().due(), date),
                                                0,
                                                null,
                                                s.reason()))
                        .toList());
    }

    private static int daysLeft(@Nullable LocalDate due, LocalDate date) {
        return due == null ? 0 : Math.toIntExact(due.toEpochDay() - date.toEpochDay());
    }

    /**
     * What another replica wrote first stays as it is; but what was left out in a pause that has
     * ended is now said, or merged into what is.
     */
    private void add(LocalDate date, List<Entry> entries) {
        sql.update(
                """
                insert into reminder (reminder, recipient, deadline, occasion, lead_days, due, about, before, unit, pass_date, days_left,
                                      message, suppressed)
                select reminder, recipient, deadline, occasion, lead_days, due, about, before, unit, :date, days_left, message, suppressed
                  from unnest(:ids, :recipients, :deadlines, :occasions, :leadDays, :dues, :abouts, :befores, :units, :daysLeft,
                              :messages, :suppressed)
                    as e (reminder, recipient, deadline, occasion, lead_days, due, about, before, unit, days_left, message, suppressed)
                on conflict on constraint uq_reminder_once do update
                   set pass_date = excluded.pass_date, days_left = excluded.days_left, before = excluded.before,
                       message = excluded.message, suppressed = excluded.suppressed
                 where reminder.suppressed = 'PAUSED' and excluded.suppressed is distinct from 'PAUSED'
                """,
                p ->
                        p.date("date", date)
                                .ids("ids", entries, _ -> UUID.randomUUID())
                                .texts("recipients", entries, e -> e.key().recipient())
                                .texts("deadlines", entries, e -> e.key().deadline())
                                .constants("occasions", entries, e -> e.key().occasion())
                                .integers("leadDays", entries, e -> e.key().leadDays())
                                .dates("dues", entries, e -> e.key().due())
                                .dates("abouts", entries, e -> e.key().about())
                                .integers("befores", entries, Entry::before)
                                .texts("units", entries, Entry::unit)
                                .integers("daysLeft", entries, Entry::daysLeft)
                                .ids("messages", entries, Entry::message)
                                .constants("suppressed", entries, Entry::suppressed));
    }

    /** Which of these mails have no line, because all was said before. */
    List<UUID> empty(Collection<UUID> messages) {
        // A plan kept from when the table was small would read all of it for each mail.
        sql.update("set local plan_cache_mode = force_custom_plan");
        return sql.rows(
                """
                select m.message from unnest(:messages) as m (message)
                 where not exists (select from reminder r where r.message = m.message)
                """,
                p -> p.ids("messages", messages),
                row -> row.id("message"));
    }

    /** Takes back what was to be said in mails that never left. */
    void forget(Collection<UUID> messages) {
        sql.update(
                "delete from reminder where message = any(:messages)",
                p -> p.ids("messages", messages));
    }

    /** Takes lines out of their mail that are to be said in another one. */
    public void release(Collection<UUID> reminders) {
        if (!reminders.isEmpty()) {
            sql.update(
                    "delete from reminder where reminder = any(:reminders)",
                    p -> p.ids("reminders", reminders));
        }
    }

    /** A line of a queued mail. */
    public record QueuedLine(
            UUID reminder,
            UUID message,
            String deadline,
            Occasion occasion,
            int leadDays,
            @Nullable LocalDate due,
            LocalDate about,
            int before) {

        /** The due date, as it stands in keys. */
        public LocalDate day() {
            return due == null ? Deadline.NEVER : due;
        }
    }

    /** The lines of these mails that are still to be said. */
    public List<QueuedLine> lines(Collection<UUID> messages) {
        return sql.rows(
                """
                select reminder, message, deadline, occasion, lead_days, due, about, before from reminder
                 where message = any(:messages) and suppressed is null
                """,
                p -> p.ids("messages", messages),
                row ->
                        new QueuedLine(
                                row.id("reminder"),
                                row.id("message"),
                                row.text("deadline"),
                                row.constant("occasion", Occasion.class),
                                row.number("lead_days"),
                                row.dateOrNull("due"),
                                row.date("about"),
                                row.number("before")));
    }

    /** Takes lines out of their mail at the last moment. */
    public void suppress(Map<UUID, Unsaid> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        sql.update(
                """
                update reminder r set suppressed = s.reason
                  from unnest(:reminders, :reasons) as s (reminder, reason)
                 where r.reminder = s.reminder
                """,
                p ->
                        p.ids("reminders", reasons.entrySet(), Map.Entry::getKey)
                                .constants("reasons", reasons.entrySet(), Map.Entry::getValue));
    }
}
