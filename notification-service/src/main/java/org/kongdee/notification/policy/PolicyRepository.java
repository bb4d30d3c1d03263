package org.kongdee.notification.policy;

import static org.kongdee.notification.sql.Columns.bindTexts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.kongdee.notification.holiday.HolidayRepository;
import org.kongdee.notification.planning.Policies;
import org.kongdee.notification.planning.Policy;
import org.kongdee.notification.policy.PutPolicy.Weekday;
import org.kongdee.notification.sql.Columns;
import org.kongdee.web.clock.SystemTime;

/** The table {@code policy}. */
@ApplicationScoped
public class PolicyRepository {

    private final Jdbi jdbi;
    private final HolidayRepository holidays;
    private final Clock clock;

    PolicyRepository(Jdbi jdbi, HolidayRepository holidays, @SystemTime Clock clock) {
        this.jdbi = jdbi;
        this.holidays = holidays;
        this.clock = clock;
    }

    /** All policies with all holidays, as planning needs them. */
    public Policies policies() {
        return new Policies(
                list().stream().map(StoredPolicy::policy).toList(), holidays.daysByCalendar());
    }

    List<StoredPolicy> list() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select * from policy order by policy")
                                .map((row, _) -> stored(row))
                                .list());
    }

    Optional<StoredPolicy> find(String policy) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select * from policy where policy = :policy for update")
                                .bind("policy", policy)
                                .map((row, _) -> stored(row))
                                .findOne());
    }

    /** The policy that is already for this cycle and unit, if any. */
    Optional<String> withScopeOf(Policy policy) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select policy from policy
                                         where cycle is not distinct from cast(:cycle as text)
                                           and unit is not distinct from cast(:unit as text) and policy <> :policy
                                        """)
                                .bind("policy", policy.code())
                                .bind("cycle", policy.cycle())
                                .bind("unit", policy.unit())
                                .mapTo(String.class)
                                .findOne());
    }

    void put(Policy policy, String by) {
        jdbi.useHandle(
                handle ->
                        bindTexts(
                                        bindTexts(
                                                handle.createUpdate(
                                                        """
                                                        insert into policy as p (policy, lead_days, overdue_first, overdue_every, escalate_after, at,
                                                                                 time_zone, days_off, holidays, cycle, unit, changed_at, changed_by)
                                                        values (:policy, :leadDays, :first, :every, :escalateAfter, :at,
                                                                :timeZone, :daysOff, :holidays, :cycle, :unit, :now, :by)
                                                        on conflict on constraint pk_policy do update
                                                           set lead_days = excluded.lead_days, overdue_first = excluded.overdue_first,
                                                               overdue_every = excluded.overdue_every, escalate_after = excluded.escalate_after,
                                                               at = excluded.at, time_zone = excluded.time_zone, days_off = excluded.days_off,
                                                               holidays = excluded.holidays, cycle = excluded.cycle, unit = excluded.unit,
                                                               version = p.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                                                        """),
                                                "daysOff",
                                                policy.daysOff().stream()
                                                        .sorted()
                                                        .map(
                                                                day ->
                                                                        Weekday.values()[
                                                                                day.ordinal()]
                                                                                .name())
                                                        .toList()),
                                        "holidays",
                                        policy.holidays())
                                .bindBySqlType(
                                        "leadDays",
                                        policy.leadDays().descendingSet().toArray(Integer[]::new),
                                        Types.ARRAY)
                                .bind("policy", policy.code())
                                .bind("first", policy.overdueFirst())
                                .bind("every", policy.overdueEvery())
                                .bind("escalateAfter", policy.escalateAfter())
                                .bind("at", policy.at())
                                .bind("timeZone", policy.timeZone().getId())
                                .bind("cycle", policy.cycle())
                                .bind("unit", policy.unit())
                                .bind("now", Columns.utc(clock.instant()))
                                .bind("by", by)
                                .execute());
    }

    void delete(String policy) {
        jdbi.useHandle(handle -> handle.execute("delete from policy where policy = ?", policy));
    }

    private static StoredPolicy stored(ResultSet row) throws SQLException {
        return new StoredPolicy(
                new Policy(
                        row.getString("policy"),
                        new TreeSet<>(Columns.numbers(row, "lead_days")),
                        row.getInt("overdue_first"),
                        row.getInt("overdue_every"),
                        row.getInt("escalate_after"),
                        Objects.requireNonNull(Columns.timeOrNull(row, "at")),
                        ZoneId.of(row.getString("time_zone")),
                        Columns.texts(row, "days_off").stream()
                                .map(day -> DayOfWeek.values()[Weekday.valueOf(day).ordinal()])
                                .collect(Collectors.toSet()),
                        Columns.texts(row, "holidays"),
                        row.getString("cycle"),
                        row.getString("unit")),
                row.getLong("version"));
    }
}
