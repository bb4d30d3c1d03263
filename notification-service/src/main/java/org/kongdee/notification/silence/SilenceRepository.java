package org.kongdee.notification.deadline;

import static org.kongdee.notification.sql.Columns.bindTexts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.kongdee.notification.planning.Silence;
import org.kongdee.notification.sql.Columns;
import org.kongdee.web.clock.SystemTime;

/** The table {@code silence}. */
@ApplicationScoped
public class SilenceRepository {

    private final Jdbi jdbi;
    private final Clock clock;

    SilenceRepository(Jdbi jdbi, @SystemTime Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public Map<Silence.Key, Silence> dueBetween(LocalDate from, LocalDate to) {
        return jdbi.withHandle(
                handle ->
                        byKey(
                                handle.createQuery(
                                                "select * from silence where due between :from and :to")
                                        .bind("from", from)
                                        .bind("to", to)));
    }

    public Map<Silence.Key, Silence> of(Collection<String> recipients) {
        return jdbi.withHandle(
                handle ->
                        byKey(
                                bindTexts(
                                        handle.createQuery(
                                                "select * from silence where recipient = any(:recipients)"),
                                        "recipients",
                                        recipients)));
    }

    private static Map<Silence.Key, Silence> byKey(Query query) {
        Map<Silence.Key, Silence> silences = new HashMap<>();
        query.map(
                        (row, _) ->
                                Map.entry(
                                        new Silence.Key(
                                                row.getString("recipient"),
                                                row.getString("deadline"),
                                                Columns.date(row, "due")),
                                        new Silence(
                                                Columns.dateOrNull(row, "snoozed_until"),
                                                row.getBoolean("not_mine"))))
                .forEach(entry -> silences.put(entry.getKey(), entry.getValue()));
        return silences;
    }

    public void snooze(Silence.Key key, LocalDate until) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into silence (recipient, deadline, due, snoozed_until, changed_at)
                                        values (:recipient, :deadline, :due, :until, :now)
                                        on conflict on constraint pk_silence do update
                                           set snoozed_until = excluded.snoozed_until, changed_at = excluded.changed_at
                                        """)
                                .bind("recipient", key.recipient())
                                .bind("deadline", key.deadline())
                                .bind("due", key.due())
                                .bind("until", until)
                                .bind("now", Columns.utc(clock.instant()))
                                .execute());
    }

    /** Whether this changed anything: saying so twice is saying it once. */
    public boolean notMine(Silence.Key key) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(
                                                """
                                                insert into silence as s (recipient, deadline, due, not_mine, changed_at)
                                                values (:recipient, :deadline, :due, true, :now)
                                                on conflict on constraint pk_silence do update
                                                   set not_mine = true, changed_at = excluded.changed_at
                                                 where not s.not_mine
                                                """)
                                        .bind("recipient", key.recipient())
                                        .bind("deadline", key.deadline())
                                        .bind("due", key.due())
                                        .bind("now", Columns.utc(clock.instant()))
                                        .execute()
                                == 1);
    }
}
