package org.kongdee.notification.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.Who;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.sql.Sql.Binding;

/**
 * The table {@code pass}: how far each day's planning has got. Replicas contend for a pass by the
 * database's clock.
 */
@ApplicationScoped
class PassRepository {

    private static final String OF = " where pass_date = :date and time_zone = :zone";

    private final Sql sql;
    private final Clock clock;

    PassRepository(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The date of the last completed pass up to {@code date}. */
    @Nullable LocalDate lastCompleted(LocalDate date, ZoneId zone) {
        return sql.row(
                        """
                        select pass_date from pass
                         where state = 'COMPLETED' and pass_date <= :date and time_zone = :zone
                         order by pass_date desc limit 1
                        """,
                        of(date, zone),
                        row -> row.date("pass_date"))
                .orElse(null);
    }

    boolean isCompleted(LocalDate date, ZoneId zone) {
        return find(date, zone).filter(pass -> pass.state().equals("COMPLETED")).isPresent();
    }

    /**
     * Begins a pass, or takes over one that was completed or abandoned: one whose heart has not
     * beaten for a minute was left by a replica that died. The row stays locked until the
     * transaction ends.
     *
     * @return false if another replica is at it
     */
    boolean begin(LocalDate date, ZoneId zone, @Nullable LocalDate reachFrom, Who who) {
        return sql.update(
                        """
                        insert into pass as p (pass_date, time_zone, state, total, started_at, heartbeat_at, reach_from, started_by, started_by_name)
                        values (:date, :zone, 'RUNNING', 0, :now, now(), :reachFrom, :by, :byName)
                        on conflict on constraint pk_pass do update
                           set state = 'RUNNING', total = 0, done = 0, started_at = excluded.started_at, completed_at = null,
                               heartbeat_at = now(), reach_from = least(p.reach_from, excluded.reach_from),
                               started_by = excluded.started_by, started_by_name = excluded.started_by_name
                         where p.state = 'COMPLETED' or p.heartbeat_at < now() - interval '1 minute'
                        """,
                        p ->
                                of(p, date, zone)
                                        .date("reachFrom", reachFrom)
                                        .text("by", who.by())
                                        .text("byName", who.name())
                                        .instant("now", clock.instant()))
                == 1;
    }

    @Nullable LocalDate reachFrom(LocalDate date, ZoneId zone) {
        return find(date, zone).map(Pass::reachFrom).orElse(null);
    }

    void reachBackTo(LocalDate date, ZoneId zone, LocalDate from) {
        sql.update(
                "update pass set reach_from = :from" + OF,
                p -> of(p, date, zone).date("from", from));
    }

    void total(LocalDate date, ZoneId zone, int total) {
        sql.update(
                "update pass set total = :total, heartbeat_at = now()" + OF,
                p -> of(p, date, zone).number("total", total));
    }

    void progress(LocalDate date, ZoneId zone, int done, int reminders, int suppressed) {
        sql.update(
                """
                update pass
                   set done = done + :done, reminders = reminders + :reminders,
                       suppressed = suppressed + :suppressed, heartbeat_at = now()"""
                        + OF,
                p ->
                        of(p, date, zone)
                                .number("done", done)
                                .number("reminders", reminders)
                                .number("suppressed", suppressed));
    }

    void complete(LocalDate date, ZoneId zone) {
        sql.update(
                "update pass set state = 'COMPLETED', completed_at = :now" + OF,
                p -> of(p, date, zone).instant("now", clock.instant()));
    }

    /** Whether it was done a second time since that hour. */
    boolean isDoneAgain(LocalDate date, ZoneId zone, Instant since) {
        return sql.row(
                        "select again_at from pass" + OF,
                        of(date, zone),
                        row -> Optional.ofNullable(row.instantOrNull("again_at")))
                .flatMap(again -> again)
                .filter(again -> !again.isBefore(since))
                .isPresent();
    }

    void doneAgain(LocalDate date, ZoneId zone) {
        sql.update(
                "update pass set again_at = :now" + OF,
                p -> of(p, date, zone).instant("now", clock.instant()));
    }

    Optional<Pass> find(LocalDate date, ZoneId zone) {
        return sql.row("select * from pass" + OF, of(date, zone), PassRepository::pass);
    }

    List<Pass> list(int limit, int offset) {
        return sql.rows(
                "select * from pass order by pass_date desc, time_zone limit :limit offset :offset",
                p -> p.number("limit", limit).number("offset", offset),
                PassRepository::pass);
    }

    long count() {
        return sql.one(
                "select count(*) as total from pass", _ -> {}, row -> row.longNumber("total"));
    }

    private static Binding of(LocalDate date, ZoneId zone) {
        return p -> of(p, date, zone);
    }

    private static Parameters of(Parameters p, LocalDate date, ZoneId zone) throws SQLException {
        return p.date("date", date).text("zone", zone.getId());
    }

    private static Pass pass(Row row) throws SQLException {
        return new Pass(
                row.date("pass_date"),
                row.text("time_zone"),
                row.text("state"),
                row.number("total"),
                row.number("done"),
                row.number("reminders"),
                row.number("suppressed"),
                row.instant("started_at"),
                row.instantOrNull("completed_at"),
                row.dateOrNull("reach_from"));
    }
}
