package org.kongdee.rubric.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.milestone.Milestone.Status;
import org.kongdee.web.sql.Json;
import org.kongdee.web.text.LocalizedText;

/** The table {@code milestone}. */
@ApplicationScoped
class MilestoneRepository {

    private static final int FETCH_SIZE = 500;

    private static final String FILTER =
            """
             from milestone m
            where m.cycle = :cycle
              and (cast(:unit as text) is null or m.unit = :unit)
              and (cast(:section as text) is null or m.sections && array[cast(:section as text), 'ALL'])
              and (cast(:dueFrom as date) is null or m.due >= :dueFrom)
              and (cast(:dueTo as date) is null or m.due <= :dueTo)
              and (cast(:status as text) is null or m.status = :status)
            """;

    private final Jdbi jdbi;
    private final Json json;

    MilestoneRepository(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** A milestone with the version its ETag is made of. */
    record Stored(Milestone milestone, LocalDate planned, boolean met, long revision) {}

    /** Which milestones are asked for; null for any. */
    record Filter(
            @Nullable String unit,
            @Nullable String section,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable Status status) {}

    /** A milestone that is to be made. */
    record New(
            String unit,
            String criterion,
            String code,
            int position,
            @Nullable Integer round,
            LocalDate due,
            List<String> sections,
            LocalizedText title,
            List<LocalizedText> missing) {}

    /** What the evidence says of a milestone. */
    record Shown(String criterion, String code, boolean met, List<LocalizedText> missing) {}

    /** Changes in the order in which they became visible, and where to go on. */
    record Changes(List<Milestone> milestones, ChangeCursor cursor) {}

    List<Milestone> page(String cycle, Filter filter, int offset, int size) {
        return jdbi.withHandle(
                handle ->
                        bind(
                                        handle.createQuery(
                                                "select *"
                                                        + FILTER
                                                        + " order by due, unit, position offset :offset limit :size"),
                                        cycle,
                                        filter)
                                .bind("offset", offset)
                                .bind("size", size)
                                .map((row, _) -> stored(row).milestone())
                                .list());
    }

    long count(String cycle, Filter filter) {
        return jdbi.withHandle(
                handle ->
                        bind(handle.createQuery("select count(*)" + FILTER), cycle, filter)
                                .mapTo(Long.class)
                                .one());
    }

    void forEach(String cycle, Filter filter, Consumer<Milestone> sink) {
        jdbi.useHandle(
                handle ->
                        bind(
                                        handle.createQuery(
                                                "select *"
                                                        + FILTER
                                                        + " order by due, unit, position"),
                                        cycle,
                                        filter)
                                .setFetchSize(FETCH_SIZE)
                                .map((row, _) -> stored(row).milestone())
                                .forEach(sink));
    }

    /**
     * What changed after the cursor, and was committed before the oldest transaction that still
     * runs began.
     */
    Changes changes(String cycle, Filter filter, ChangeCursor after, int size) {
        var last = new ChangeCursor[] {after};
        List<Milestone> milestones =
                jdbi.withHandle(
                        handle ->
                                bind(
                                                handle.createQuery(
                                                        "select *, cast(changed_xid as text) as xid"
                                                                + FILTER
                                                                + """
                                                                  and changed_xid < pg_snapshot_xmin(pg_current_snapshot())
                                                                  and (changed_xid, changed_seq) > (cast(:xid as xid8), :seq)
                                                                order by changed_xid, changed_seq limit :size
                                                                """),
                                                cycle,
                                                filter)
                                        .bind("xid", Long.toUnsignedString(after.transaction()))
                                        .bind("seq", after.sequence())
                                        .bind("size", size)
                                        .map(
                                                (row, _) -> {
                                                    last[0] =
                                                            new ChangeCursor(
                                                                    Long.parseUnsignedLong(
                                                                            row.getString("xid")),
                                                                    row.getLong("changed_seq"));
                                                    return stored(row).milestone();
                                                })
                                        .list());
        return new Changes(milestones, last[0]);
    }

    Optional<Stored> findForUpdate(String cycle, String unit, String criterion, String code) {
        return find(cycle, unit, criterion, code, " for update");
    }

    Optional<Stored> find(String cycle, String unit, String criterion, String code) {
        return find(cycle, unit, criterion, code, "");
    }

    private Optional<Stored> find(
            String cycle, String unit, String criterion, String code, String lock) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select * from milestone where cycle = :cycle and unit = :unit"
                                                + " and criterion = :criterion and code = :code"
                                                + lock)
                                .bind("cycle", cycle)
                                .bind("unit", unit)
                                .bind("criterion", criterion)
                                .bind("code", code)
                                .map((row, _) -> stored(row))
                                .findOne());
    }

    void insert(String cycle, List<New> milestones, Instant at, String by) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into milestone (cycle, unit, criterion, code, position, round, due, planned, sections, title_en,
                                               title_th, missing, status, revision, changed_at, changed_by)
                                        select :cycle, unit, criterion, code, position, round, due, due, string_to_array(sections, ','),
                                               title_en, title_th, cast(missing as jsonb), 'PLANNED', 1, :at, :by
                                          from unnest(:units, :criteria, :codes, :positions, :rounds, :dues, :sections, :titlesEn, :titlesTh,
                                                      :missing)
                                               as w (unit, criterion, code, position, round, due, sections, title_en, title_th, missing)
                                        on conflict on constraint pk_milestone do nothing
                                        """)
                                .bind("cycle", cycle)
                                .bindArray("units", String.class, column(milestones, New::unit))
                                .bindArray(
                                        "criteria",
                                        String.class,
                                        column(milestones, New::criterion))
                                .bindArray("codes", String.class, column(milestones, New::code))
                                .bindArray(
                                        "positions",
                                        Integer.class,
                                        column(milestones, New::position))
                                .bindArray("rounds", Integer.class, column(milestones, New::round))
                                .bindArray("dues", LocalDate.class, column(milestones, New::due))
                                .bindArray(
                                        "sections",
                                        String.class,
                                        column(milestones, m -> String.join(",", m.sections())))
                                .bindArray(
                                        "titlesEn",
                                        String.class,
                                        column(milestones, m -> m.title().en()))
                                .bindArray(
                                        "titlesTh",
                                        String.class,
                                        column(milestones, m -> m.title().th()))
                                .bindArray(
                                        "missing",
                                        String.class,
                                        column(milestones, m -> json.write(m.missing())))
                                .bind("at", at)
                                .bind("by", by)
                                .execute());
    }

    /** The caller holds the row's lock. */
    void update(String cycle, Milestone changed, Instant at, String by) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update milestone
                                           set due = :due, status = :status, reason = :reason, revision = revision + 1, changed_at = :at,
                                               changed_by = :by, changed_xid = pg_current_xact_id(),
                                               changed_seq = nextval('milestone_changed_seq')
                                         where cycle = :cycle and unit = :unit and criterion = :criterion and code = :code
                                        """)
                                .bindMethods(changed)
                                .bind("cycle", cycle)
                                .bind("at", at)
                                .bind("by", by)
                                .execute());
    }

    /**
     * Writes what the evidence says of a unit's milestones, where that is news. What people said
     * stands; what nobody spoke of is MET or PLANNED.
     */
    void settle(String cycle, String unit, List<Shown> shown, Instant at, String by) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update milestone m
                                           set met = w.met, missing = w.missing,
                                               status = case when m.status not in ('PLANNED', 'MET') then m.status
                                                             when w.met then 'MET' else 'PLANNED' end,
                                               revision = m.revision + 1, changed_at = :at, changed_by = :by,
                                               changed_xid = pg_current_xact_id(), changed_seq = nextval('milestone_changed_seq')
                                          from (select criterion, code, met, cast(missing as jsonb) as missing
                                                  from unnest(:criteria, :codes, :met, :missing) as s (criterion, code, met, missing)) w
                                         where m.cycle = :cycle and m.unit = :unit and m.criterion = w.criterion and m.code = w.code
                                           and (m.met, m.missing) is distinct from (w.met, w.missing)
                                        """)
                                .bind("cycle", cycle)
                                .bind("unit", unit)
                                .bindArray(
                                        "criteria", String.class, column(shown, Shown::criterion))
                                .bindArray("codes", String.class, column(shown, Shown::code))
                                .bindArray("met", Boolean.class, column(shown, Shown::met))
                                .bindArray(
                                        "missing",
                                        String.class,
                                        column(shown, s -> json.write(s.missing())))
                                .bind("at", at)
                                .bind("by", by)
                                .execute());
    }

    private static <T> @Nullable Object[] column(
            List<T> rows, Function<T, ? extends @Nullable Object> column) {
        return new ArrayList<@Nullable Object>(rows.stream().map(column).toList()).toArray();
    }

    private static Query bind(Query query, String cycle, Filter filter) {
        return query.bind("cycle", cycle)
                .bind("unit", filter.unit())
                .bind("section", filter.section())
                .bind("dueFrom", filter.dueFrom())
                .bind("dueTo", filter.dueTo())
                .bind("status", filter.status() == null ? null : filter.status().name());
    }

    private Stored stored(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        String criterion = row.getString("criterion");
        String code = row.getString("code");
        int round = row.getInt("round");
        boolean rounds = !row.wasNull();
        var milestone =
                new Milestone(
                        String.join(":", row.getString("cycle"), unit, criterion, code),
                        unit,
                        criterion,
                        code,
                        rounds ? round : null,
                        row.getObject("due", LocalDate.class),
                        Arrays.asList((String[]) row.getArray("sections").getArray()),
                        Status.valueOf(row.getString("status")),
                        new LocalizedText(row.getString("title_en"), row.getString("title_th")),
                        json.list(row.getString("missing"), LocalizedText.class),
                        row.getString("reason"),
                        row.getTimestamp("changed_at").toInstant());
        return new Stored(
                milestone,
                row.getObject("planned", LocalDate.class),
                row.getBoolean("met"),
                row.getLong("revision"));
    }
}
