package org.kongdee.notification.holiday;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.kongdee.notification.holiday.HolidayView.Day;
import org.kongdee.notification.sql.Columns;
import org.kongdee.web.clock.SystemTime;

/** The tables {@code holiday_calendar} and {@code holiday}. */
@ApplicationScoped
public class HolidayRepository {

    /** A calendar as it was put. */
    record Stored(String calendar, String source, long version) {}

    private final Jdbi jdbi;
    private final Clock clock;

    HolidayRepository(Jdbi jdbi, @SystemTime Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public Set<String> codes() {
        return new HashSet<>(
                jdbi.withHandle(
                        handle ->
                                handle.createQuery("select calendar from holiday_calendar")
                                        .mapTo(String.class)
                                        .list()));
    }

    public Map<String, Set<LocalDate>> daysByCalendar() {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        jdbi.useHandle(
                handle ->
                        handle.createQuery("select calendar, day from holiday")
                                .map(
                                        (row, _) ->
                                                Map.entry(
                                                        row.getString("calendar"),
                                                        Columns.date(row, "day")))
                                .forEach(
                                        day ->
                                                days.computeIfAbsent(
                                                                day.getKey(), c -> new HashSet<>())
                                                        .add(day.getValue())));
        return days;
    }

    Optional<Stored> find(String calendar) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select * from holiday_calendar where calendar = :calendar for update")
                                .bind("calendar", calendar)
                                .map(
                                        (row, _) ->
                                                new Stored(
                                                        row.getString("calendar"),
                                                        row.getString("source"),
                                                        row.getLong("version")))
                                .findOne());
    }

    List<Day> days(String calendar) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select day, name from holiday where calendar = :calendar order by day")
                                .bind("calendar", calendar)
                                .map(
                                        (row, _) ->
                                                new Day(
                                                        Columns.date(row, "day"),
                                                        row.getString("name")))
                                .list());
    }

    void put(String calendar, String source, Map<LocalDate, String> days, String by) {
        jdbi.useHandle(
                handle -> {
                    handle.createUpdate(
                                    """
                                    insert into holiday_calendar as h (calendar, source, changed_at, changed_by)
                                    values (:calendar, :source, :now, :by)
                                    on conflict on constraint pk_holiday_calendar do update
                                       set source = excluded.source, version = h.version + 1,
                                           changed_at = excluded.changed_at, changed_by = excluded.changed_by
                                    """)
                            .bind("calendar", calendar)
                            .bind("source", source)
                            .bind("now", Columns.utc(clock.instant()))
                            .bind("by", by)
                            .execute();
                    handle.execute("delete from holiday where calendar = ?", calendar);
                    PreparedBatch batch =
                            handle.prepareBatch(
                                    "insert into holiday (calendar, day, name) values (?, ?, ?)");
                    days.forEach((day, name) -> batch.add(calendar, day, name));
                    batch.execute();
                });
    }

    List<String> policiesUsing(String calendar) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select policy from policy where :calendar = any(holidays) order by policy")
                                .bind("calendar", calendar)
                                .mapTo(String.class)
                                .list());
    }

    void delete(String calendar) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "delete from holiday_calendar where calendar = ?", calendar));
    }
}
