package org.kongdee.evidence.collection;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.sql.Json;
import org.kongdee.web.sql.PlainSql;
import org.kongdee.web.text.LocalizedText;

/**
 * The rows of collections, slots and units. Many rows go in as one JSON document in one statement.
 */
@Singleton
class CollectionRepository {

    private final Jdbi jdbi;
    private final PlainSql sql;
    private final Json json;
    private final Clock clock;

    CollectionRepository(Jdbi jdbi, PlainSql sql, Json json, @SystemTime Clock clock) {
        this.jdbi = jdbi;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** How firmly a row is held until the transaction ends. */
    enum Lock {
        NONE(""),
        /** It stays as it is: others may hold it so too. */
        SHARE(" for share"),
        UPDATE(" for update");

        private final String sql;

        Lock(String sql) {
            this.sql = sql;
        }
    }

    private static final String COLLECTION_COLUMNS =
            """
            code, period_start, period_end, status, review, revision,
            (select coalesce(jsonb_agg(jsonb_build_object('code', s.code,
                        'title', jsonb_build_object('en', s.title_en, 'th', s.title_th),
                        'kinds', s.kinds, 'channels', s.channels) order by s.position), '[]')
               from slot s where s.collection = c.code) as slots
            """;

    Optional<Collection> find(String code, Lock lock) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select "
                                                + COLLECTION_COLUMNS
                                                + " from collection c where code = :code"
                                                + lock.sql)
                                .bind("code", code)
                                .map((row, context) -> collection(row))
                                .findOne());
    }

    boolean exists(String code) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select exists (select from collection where code = :code)")
                                .bind("code", code)
                                .mapTo(Boolean.class)
                                .one());
    }

    Page<Collection> list(Paging paging) {
        return jdbi.withHandle(
                handle ->
                        Page.of(
                                handle.createQuery(
                                                "select "
                                                        + COLLECTION_COLUMNS
                                                        + " from collection c order by code limit :size offset :offset")
                                        .bind("size", paging.size())
                                        .bind("offset", paging.offset())
                                        .map((row, context) -> collection(row))
                                        .list(),
                                paging,
                                handle.createQuery("select count(*) from collection")
                                        .mapTo(Long.class)
                                        .one()));
    }

    void each(Consumer<Collection> each) {
        jdbi.useHandle(
                handle -> {
                    try (Stream<Collection> rows =
                            handle
                                    .createQuery(
                                            "select "
                                                    + COLLECTION_COLUMNS
                                                    + " from collection c order by code")
                                    .map((row, context) -> collection(row))
                                    .stream()) {
                        rows.forEach(each);
                    }
                });
    }

    /** Whether the row is new: two that create at once meet here. */
    boolean insert(String code, PutCollection wanted) {
        return jdbi.withHandle(
                handle ->
                        bind(
                                                handle.createUpdate(
                                                        """
                                                        insert into collection (code, period_start, period_end, status, review, revision, updated_at)
                                                        values (:code, :start, :end, :status, :review, 1, :now)
                                                        on conflict (code) do nothing
                                                        """),
                                                code,
                                                wanted)
                                        .execute()
                                == 1);
    }

    void update(String code, PutCollection wanted) {
        jdbi.useHandle(
                handle ->
                        bind(
                                        handle.createUpdate(
                                                """
                                                update collection set period_start = :start, period_end = :end, status = :status,
                                                       review = :review, revision = revision + 1, updated_at = :now
                                                 where code = :code
                                                """),
                                        code,
                                        wanted)
                                .execute());
    }

    private <S extends SqlStatement<S>> S bind(S statement, String code, PutCollection wanted) {
        return statement
                .bind("code", code)
                .bind("start", wanted.period().start())
                .bind("end", wanted.period().end())
                .bind("status", wanted.status().name())
                .bind("review", wanted.review().name())
                .bind("now", OffsetDateTime.now(clock));
    }

    void putSlots(String collection, List<Slot> slots) {
        jdbi.useHandle(
                handle -> {
                    String wanted = json.write(slots);
                    handle.createUpdate(
                                    """
                                    delete from slot where collection = :collection
                                       and code not in (select value ->> 'code' from jsonb_array_elements(cast(:slots as jsonb)))
                                    """)
                            .bind("collection", collection)
                            .bind("slots", wanted)
                            .execute();
                    handle.createUpdate(
                                    """
                                    insert into slot (collection, code, position, title_en, title_th, kinds, channels)
                                    select :collection, value ->> 'code', ordinality, value -> 'title' ->> 'en', value -> 'title' ->> 'th',
                                           array(select jsonb_array_elements_text(value -> 'kinds')),
                                           array(select jsonb_array_elements_text(value -> 'channels'))
                                      from jsonb_array_elements(cast(:slots as jsonb)) with ordinality
                                    on conflict (collection, code) do update
                                       set position = excluded.position, title_en = excluded.title_en, title_th = excluded.title_th,
                                           kinds = excluded.kinds, channels = excluded.channels
                                    """)
                            .bind("collection", collection)
                            .bind("slots", wanted)
                            .execute();
                });
    }

    /** What evidence there is that the slots as wanted would have no place for; a few examples. */
    List<String> homeless(String collection, List<Slot> slots) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        with wanted as (
                                            select value ->> 'code' as slot, value -> 'kinds' as kinds, value -> 'channels' as channels
                                              from jsonb_array_elements(cast(:slots as jsonb)))
                                        select distinct
                                               case when w.slot is null then 'slot ' || i.slot
                                                    when not w.kinds ?? i.kind then 'slot ' || i.slot || ', kind ' || i.kind
                                                    else 'slot ' || i.slot || ', channel ' || i.channel end
                                          from item i left join wanted w on w.slot = i.slot
                                         where i.collection = :collection
                                           and (w.slot is null or not w.kinds ?? i.kind or not w.channels ?? i.channel)
                                         order by 1 limit 5
                                        """)
                                .bind("collection", collection)
                                .bind("slots", json.write(slots))
                                .mapTo(String.class)
                                .list());
    }

    private static final String UNIT_COLUMNS =
            "code, title_en, title_th, sections, stored_bytes, revision";

    Optional<EnrolledUnit> unit(String collection, String unit, Lock lock) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select "
                                                + UNIT_COLUMNS
                                                + " from unit where collection = :collection and code = :unit"
                                                + lock.sql)
                                .bind("collection", collection)
                                .bind("unit", unit)
                                .map((row, context) -> unit(row))
                                .findOne());
    }

    /**
     * Locks a collection and a unit of it, if they are there. What they say is read afterwards: a
     * statement that had to wait for its locks still sees the slots as they were before.
     */
    void hold(String collection, String unit) {
        sql.rows(
                """
                with held_collection as (select from collection where code = ? for share),
                     held_unit as (select from unit where collection = ? and code = ? for update)
                select (select count(*) from held_collection), (select count(*) from held_unit)
                """,
                bind -> bind.text(collection).text(collection).text(unit),
                row -> row.getInt(1) + row.getInt(2));
    }

    Optional<Place> place(String collection, String unit, String slot) {
        return sql
                .rows(
                        """
                        select c.status, s.code as slot, s.title_en as slot_en, s.title_th as slot_th, s.kinds, s.channels,
                               u.code, u.title_en, u.title_th, u.sections, u.stored_bytes, u.revision
                          from collection c
                          left join slot s on s.collection = c.code and s.code = ?
                          left join unit u on u.collection = c.code and u.code = ?
                         where c.code = ?
                        """,
                        bind -> bind.text(slot).text(unit).text(collection),
                        row ->
                                new Place(
                                        collection,
                                        CollectionStatus.valueOf(row.getString("status")),
                                        row.getString("slot") == null
                                                ? Optional.empty()
                                                : Optional.of(slot(row)),
                                        row.getString("code") == null
                                                ? Optional.empty()
                                                : Optional.of(unit(row))))
                .stream()
                .findFirst();
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                row.getString("slot"),
                new LocalizedText(row.getString("slot_en"), row.getString("slot_th")),
                List.of((String[]) row.getArray("kinds").getArray()),
                List.of((String[]) row.getArray("channels").getArray()));
    }

    /**
     * @param only the one unit that the caller may see; null for all
     */
    Page<EnrolledUnit> units(String collection, @Nullable String only, Paging paging) {
        return jdbi.withHandle(
                handle ->
                        Page.of(
                                handle.createQuery(
                                                "select "
                                                        + UNIT_COLUMNS
                                                        + """
                                                         from unit where collection = :collection
                                                           and (cast(:only as text) is null or code = :only)
                                                         order by code limit :size offset :offset
                                                        """)
                                        .bind("collection", collection)
                                        .bind("only", only)
                                        .bind("size", paging.size())
                                        .bind("offset", paging.offset())
                                        .map((row, context) -> unit(row))
                                        .list(),
                                paging,
                                handle.createQuery(
                                                """
                                                select count(*) from unit where collection = :collection
                                                   and (cast(:only as text) is null or code = :only)
                                                """)
                                        .bind("collection", collection)
                                        .bind("only", only)
                                        .mapTo(Long.class)
                                        .one()));
    }

    void eachUnit(String collection, @Nullable String only, Consumer<EnrolledUnit> each) {
        jdbi.useHandle(
                handle -> {
                    try (Stream<EnrolledUnit> rows =
                            handle
                                    .createQuery(
                                            "select "
                                                    + UNIT_COLUMNS
                                                    + """
                                                     from unit where collection = :collection
                                                       and (cast(:only as text) is null or code = :only) order by code
                                                    """)
                                    .bind("collection", collection)
                                    .bind("only", only)
                                    .map((row, context) -> unit(row))
                                    .stream()) {
                        rows.forEach(each);
                    }
                });
    }

    /** Writes units, new and changed ones; those that are as wanted already stay untouched. */
    EnrolOutcome putUnits(String collection, List<EnrolUnit> units) {
        return jdbi.withHandle(
                handle -> {
                    List<Boolean> written =
                            handle.createQuery(
                                            """
                                            insert into unit as u (collection, code, title_en, title_th, sections, revision)
                                            select :collection, value ->> 'unit', value -> 'title' ->> 'en', value -> 'title' ->> 'th',
                                                   value -> 'sections', 1
                                              from jsonb_array_elements(cast(:units as jsonb))
                                             order by value ->> 'unit'
                                            on conflict (collection, code) do update
                                               set title_en = excluded.title_en, title_th = excluded.title_th,
                                                   sections = excluded.sections, revision = u.revision + 1
                                             where (u.title_en, u.title_th, u.sections)
                                                   is distinct from (excluded.title_en, excluded.title_th, excluded.sections)
                                            returning u.revision = 1
                                            """)
                                    .bind("collection", collection)
                                    .bind("units", json.write(units))
                                    .mapTo(Boolean.class)
                                    .list();
                    int created = (int) written.stream().filter(Boolean::booleanValue).count();
                    return new EnrolOutcome(
                            created, written.size() - created, units.size() - written.size());
                });
    }

    /** Sections that evidence names and the wanted units have not; a few examples. */
    List<String> homelessSections(String collection, List<EnrolUnit> units) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select distinct 'unit ' || i.unit || ', section ' || i.section
                                          from jsonb_array_elements(cast(:units as jsonb)) w
                                          join item i on i.collection = :collection and i.unit = w.value ->> 'unit'
                                         where i.section is not null
                                           and not w.value -> 'sections' @> jsonb_build_array(jsonb_build_object('code', i.section))
                                         order by 1 limit 5
                                        """)
                                .bind("collection", collection)
                                .bind("units", json.write(units))
                                .mapTo(String.class)
                                .list());
    }

    private Collection collection(ResultSet row) throws SQLException {
        return new Collection(
                row.getString("code"),
                new Period(
                        row.getObject("period_start", LocalDate.class),
                        row.getObject("period_end", LocalDate.class)),
                CollectionStatus.valueOf(row.getString("status")),
                ReviewMode.valueOf(row.getString("review")),
                json.list(row.getString("slots"), Slot.class),
                row.getLong("revision"));
    }

    private EnrolledUnit unit(ResultSet row) throws SQLException {
        return new EnrolledUnit(
                row.getString("code"),
                new LocalizedText(row.getString("title_en"), row.getString("title_th")),
                json.list(row.getString("sections"), Section.class),
                row.getLong("stored_bytes"),
                row.getLong("revision"));
    }
}
