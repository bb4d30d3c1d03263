package org.kongdee.notification.silence;

import static org.kongdee.notification.sql.Columns.bindTexts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.kongdee.notification.planning.Silence;
import org.kongdee.notification.sql.Columns;
import org.kongdee.web.clock.SystemTime;

/** The table {@code silence}. */
@ApplicationScoped
public class SilenceRepository {

    private static final String OF_RECIPIENT =
            "recipient = :recipient and (not_mine or snoozed_until is not null)";

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
                        bind(
                                        handle.createUpdate(
                                                """
                                                insert into silence (recipient, deadline, due, snoozed_until, changed_at)
                                                values (:recipient, :deadline, :due, :until, :now)
                                                on conflict on constraint pk_silence do update
                                                   set snoozed_until = excluded.snoozed_until, changed_at = excluded.changed_at
                                                """),
                                        key)
                                .bind("until", until)
                                .bind("now", Columns.utc(clock.instant()))
                                .execute());
    }

    /** Whether this changed anything: saying so twice is saying it once. */
    public boolean notMine(Silence.Key key) {
        return jdbi.withHandle(
                handle ->
                        bind(
                                                handle.createUpdate(
                                                        """
                                                        insert into silence as s (recipient, deadline, due, not_mine, changed_at)
                                                        values (:recipient, :deadline, :due, true, :now)
                                                        on conflict on constraint pk_silence do update
                                                           set not_mine = true, changed_at = excluded.changed_at
                                                         where not s.not_mine
                                                        """),
                                                key)
                                        .bind("now", Columns.utc(clock.instant()))
                                        .execute()
                                == 1);
    }

    /** Takes "not mine" back; whether this changed anything. */
    public boolean mine(Silence.Key key) {
        return jdbi.withHandle(
                handle ->
                        bind(
                                                handle.createUpdate(
                                                        """
                                                        update silence set not_mine = false, changed_at = :now
                                                         where recipient = :recipient and deadline = :deadline and due = :due and not_mine
                                                        """),
                                                key)
                                        .bind("now", Columns.utc(clock.instant()))
                                        .execute()
                                == 1);
    }

    public boolean isNotMine(Silence.Key key) {
        Silence said = of(List.of(key.recipient())).get(key);
        return said != null && said.notMine();
    }

    /** Removes all that a recipient asked for about one due date; whether there was anything. */
    boolean remove(Silence.Key key) {
        return jdbi.withHandle(
                handle ->
                        bind(
                                                handle.createUpdate(
                                                        """
                                                        delete from silence
                                                         where recipient = :recipient and deadline = :deadline and due = :due
                                                           and (not_mine or snoozed_until is not null)
                                                        """),
                                                key)
                                        .execute()
                                == 1);
    }

    List<SilenceView> list(String recipient, int limit, int offset) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select * from silence where "
                                                + OF_RECIPIENT
                                                + " order by due, deadline limit :limit offset :offset")
                                .bind("recipient", recipient)
                                .bind("limit", limit)
                                .bind("offset", offset)
                                .map(
                                        (row, _) ->
                                                new SilenceView(
                                                        row.getString("deadline"),
                                                        Columns.date(row, "due"),
                                                        row.getBoolean("not_mine"),
                                                        Columns.dateOrNull(row, "snoozed_until"),
                                                        Columns.instant(row, "changed_at")))
                                .list());
    }

    long count(String recipient) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select count(*) from silence where " + OF_RECIPIENT)
                                .bind("recipient", recipient)
                                .mapTo(Long.class)
                                .one());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Silence.Key key) {
        return statement
                .bind("recipient", key.recipient())
                .bind("deadline", key.deadline())
                .bind("due", key.due());
    }
}
