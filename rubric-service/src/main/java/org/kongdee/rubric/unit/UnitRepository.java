package org.kongdee.rubric.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.sql.Json;
import org.kongdee.web.text.LocalizedText;

/** The table {@code unit}. */
@ApplicationScoped
public class UnitRepository {

    private static final int FETCH_SIZE = 1000;

    private final Jdbi jdbi;
    private final Json json;

    UnitRepository(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** A unit with the version its ETag is made of. */
    public record Stored(Unit unit, long revision) {}

    /**
     * What is to be written: the content of one unit, and the revision it replaces (0 for none).
     */
    record Write(String unit, PutUnit content, long replaces) {}

    public Optional<Stored> find(String unit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select * from unit where unit = ?")
                                .bind(0, unit)
                                .map((row, _) -> stored(row))
                                .findOne());
    }

    /** The units of these keys that exist, by key. */
    public Map<String, Stored> findAll(Collection<String> units) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select * from unit where unit = any(?)")
                                .bindArray(0, String.class, units.toArray())
                                .map((row, _) -> stored(row))
                                .collect(
                                        Collectors.toMap(
                                                stored -> stored.unit().unit(), stored -> stored)));
    }

    /**
     * @param only the one unit the caller may see, or null for all
     */
    List<Unit> page(@Nullable String only, int offset, int size) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select * from unit where cast(:only as text) is null or unit = :only
                                         order by unit offset :offset limit :size
                                        """)
                                .bind("only", only)
                                .bind("offset", offset)
                                .bind("size", size)
                                .map((row, _) -> stored(row).unit())
                                .list());
    }

    long count(@Nullable String only) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select count(*) from unit where cast(:only as text) is null or unit = :only")
                                .bind("only", only)
                                .mapTo(Long.class)
                                .one());
    }

    void forEach(@Nullable String only, Consumer<Unit> sink) {
        jdbi.useHandle(
                handle ->
                        handle.createQuery(
                                        "select * from unit where cast(:only as text) is null or unit = :only order by unit")
                                .bind("only", only)
                                .setFetchSize(FETCH_SIZE)
                                .map((row, _) -> stored(row).unit())
                                .forEach(sink));
    }

    /**
     * Keeps every other writer of units away until the transaction ends; for writing many at once.
     */
    void lockAll() {
        jdbi.useHandle(handle -> handle.execute("lock table unit in share row exclusive mode"));
    }

    /**
     * Writes all of them, in one statement.
     *
     * @return the keys that were written; one is missing if its revision is no longer the one it
     *     was to replace
     */
    List<String> write(List<Write> writes, Instant at, String by) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        insert into unit as u
                                               (unit, title_en, title_th, sections, revision, changed_at, changed_by)
                                        select w.unit, w.title_en, w.title_th, cast(w.sections as jsonb), w.replaces + 1,
                                               :at, :by
                                          from unnest(:units, :titlesEn, :titlesTh, :sections, :replaces)
                                               as w (unit, title_en, title_th, sections, replaces)
                                        on conflict on constraint pk_unit do update
                                           set title_en = excluded.title_en, title_th = excluded.title_th,
                                               sections = excluded.sections, revision = excluded.revision,
                                               changed_at = excluded.changed_at, changed_by = excluded.changed_by
                                         where u.revision = excluded.revision - 1
                                        returning u.unit
                                        """)
                                .bindArray(
                                        "units",
                                        String.class,
                                        writes.stream().map(Write::unit).toArray())
                                .bindArray(
                                        "titlesEn",
                                        String.class,
                                        writes.stream()
                                                .map(w -> w.content().title().en())
                                                .toArray())
                                .bindArray(
                                        "titlesTh",
                                        String.class,
                                        writes.stream()
                                                .map(w -> w.content().title().th())
                                                .toArray())
                                .bindArray(
                                        "sections",
                                        String.class,
                                        writes.stream()
                                                .map(w -> json.write(w.content().sections()))
                                                .toArray())
                                .bindArray(
                                        "replaces",
                                        Long.class,
                                        writes.stream().map(Write::replaces).toArray())
                                .bind("at", at)
                                .bind("by", by)
                                .mapTo(String.class)
                                .list());
    }

    private Stored stored(ResultSet row) throws SQLException {
        var unit =
                new Unit(
                        row.getString("unit"),
                        new LocalizedText(row.getString("title_en"), row.getString("title_th")),
                        json.list(row.getString("sections"), Section.class),
                        row.getTimestamp("changed_at").toInstant());
        return new Stored(unit, row.getLong("revision"));
    }
}
