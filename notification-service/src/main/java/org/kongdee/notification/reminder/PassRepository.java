package org.kongdee.notification.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Planner;
import org.kongdee.notification.sql.Columns;

/** The table {@code pass}: how far each day's planning has got. */
@ApplicationScoped
class PassRepository {

    /** A pass whose heart has not beaten for this long was left by a replica that died. */
    private static final String DEAD_AFTER = "interval '1 minute'";

    private final Jdbi jdbi;
    private final Clock clock;

    PassRepository(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The date of the last completed pass up to {@code date}. */
    @Nullable LocalDate lastCompleted(LocalDate date, ZoneId zone) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select max(pass_date) from pass
                                         where state = 'COMPLETED' and pass_date <= :date and time_zone = :zone
                                        """)
                                .bind("date", date)
                                .bind("zone", zone.getId())
                                .mapTo(LocalDate.class)
                                .findOne()
                                .orElse(null));
    }

    boolean isCompleted(LocalDate date, ZoneId zone) {
        return find(date, zone).filter(pass -> pass.state().equals("COMPLETED")).isPresent();
    }

    /**
     * Begins a pass, or takes over one that was completed or abandoned; the row stays locked until
     * the transaction ends.
     *
     * @return false if another replica is at it
     */
    boolean begin(LocalDate date, ZoneId zone, @Nullable LocalDate reachFrom, String by) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(
                                                """
                                                insert into pass as p (pass_date, time_zone, state, total, started_at, heartbeat_at, reach_from, started_by)
                                                values (:date, :zone, 'RUNNING', 0, :now, now(), :reachFrom, :by)
                                                on conflict on constraint pk_pass do update
                                                   set state = 'RUNNING', total = 0, done = 0, started_at = excluded.started_at, completed_at = null,
                                                       heartbeat_at = now(), reach_from = least(p.reach_from, excluded.reach_from),
                                                       started_by = excluded.started_by
                                                 where p.state = 'COMPLETED' or p.heartbeat_at < now() - """
                                                        + DEAD_AFTER)
                                        .bind("date", date)
                                        .bind("zone", zone.getId())
                                        .bind("reachFrom", reachFrom)
                                        .bind("by", by)
                                        .bind("now", Columns.utc(clock.instant()))
                                        .execute()
                                == 1);
    }

    @Nullable LocalDate reachFrom(LocalDate date, ZoneId zone) {
        return find(date, zone).map(Pass::reachFrom).orElse(null);
    }

    void reachBackTo(LocalDate date, ZoneId zone, LocalDate from) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "update pass set reach_from = ? where pass_date = ? and time_zone = ?",
                                from,
                                date,
                                zone.getId()));
    }

    /**
     * Gives up digests of earlier days that were planned and never tried: nothing ran to send them.
     * Their reminders go into this pass's digest instead.
     *
     * @return the first of those days, or null
     */
    @Nullable LocalDate takeBackUnsent(LocalDate date) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        with unsent as (
                                            select message, pass_date from message
                                             where kind = 'DIGEST' and state = 'QUEUED' and attempts = 0
                                               and pass_date < :date and pass_date >= cast(:date as date) - :days
                                               for update skip locked),
                                        said as (delete from reminder where message in (select message from unsent) returning 1),
                                        gone as (delete from message where message in (select message from unsent) returning 1)
                                        select min(pass_date) from unsent
                                        """)
                                .bind("date", date)
                                .bind("days", Planner.REACH_BACK_DAYS)
                                .mapTo(LocalDate.class)
                                .findOne()
                                .orElse(null));
    }

    void total(LocalDate date, ZoneId zone, int total) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "update pass set total = ?, heartbeat_at = now() where pass_date = ? and time_zone = ?",
                                total,
                                date,
                                zone.getId()));
    }

    void progress(LocalDate date, ZoneId zone, int done, int reminders, int suppressed) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                """
                                update pass
                                   set done = done + ?, reminders = reminders + ?, suppressed = suppressed + ?, heartbeat_at = now()
                                 where pass_date = ? and time_zone = ?
                                """,
                                done,
                                reminders,
                                suppressed,
                                date,
                                zone.getId()));
    }

    void complete(LocalDate date, ZoneId zone) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "update pass set state = 'COMPLETED', completed_at = ? where pass_date = ? and time_zone = ?",
                                Columns.utc(clock.instant()),
                                date,
                                zone.getId()));
    }

    Optional<Pass> find(LocalDate date, ZoneId zone) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select * from pass where pass_date = :date and time_zone = :zone")
                                .bind("date", date)
                                .bind("zone", zone.getId())
                                .map((row, _) -> pass(row))
                                .findOne());
    }

    List<Pass> list(int limit, int offset) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select * from pass order by pass_date desc, time_zone limit :limit offset :offset")
                                .bind("limit", limit)
                                .bind("offset", offset)
                                .map((row, _) -> pass(row))
                                .list());
    }

    long count() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from pass").mapTo(Long.class).one());
    }

    private static Pass pass(ResultSet row) throws SQLException {
        return new Pass(
                Columns.date(row, "pass_date"),
                Objects.requireNonNull(row.getString("time_zone")),
                Objects.requireNonNull(row.getString("state")),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("reminders"),
                row.getInt("suppressed"),
                Columns.instant(row, "started_at"),
                Columns.instantOrNull(row, "completed_at"),
                Columns.dateOrNull(row, "reach_from"));
    }
}
