package org.kongdee.evidence.collection;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/**
 * The place that evidence is to have, and the room it takes there: what every upload waits for, of
 * the tables {@code collection}, {@code slot} and {@code unit}.
 */
@Singleton
public class PlaceRepository {

    private final Sql sql;

    PlaceRepository(Sql sql) {
        this.sql = sql;
    }

    /** Where evidence of a unit for a slot would have its place. */
    public Place place(String collection, String unit, String slot) {
        return sql.row(
                        """
                        select c.status, c.period_start, c.period_end, c.time_zone, s.code as slot, s.title_en as slot_en, s.title_th as slot_th, s.kinds, s.channels,
                               u.code as unit, u.title_en, u.title_th, u.sections, u.stored_bytes, u.revision
                          from collection c
                          left join slot s on s.collection = c.code and s.code = :slot
                          left join unit u on u.collection = c.code and u.code = :unit
                         where c.code = :collection
                        """,
                        place ->
                                place.text("collection", collection)
                                        .text("unit", unit)
                                        .text("slot", slot),
                        row ->
                                new Place(
                                        collection,
                                        row.constant("status", CollectionStatus.class),
                                        new CollectionDays(
                                                row.date("period_start"),
                                                row.date("period_end"),
                                                ZoneId.of(row.text("time_zone"))),
                                        slot(row),
                                        unit(row)))
                .orElseThrow(() -> NotFound.of("collection", collection));
    }

    /**
     * The place as it stays until the transaction ends: nobody closes the collection meanwhile, and
     * the unit's limit can be reckoned.
     */
    public Place placeForFiling(String collection, String unit, String slot) {
        hold(collection, unit);
        return place(collection, unit, slot);
    }

    /**
     * Locks a collection and a unit of it, if they are there. What they say is read afterwards: a
     * statement that had to wait for its locks still sees the slots as they were before.
     */
    private void hold(String collection, String unit) {
        sql.one(
                """
                with held_collection as (select from collection where code = :collection for share),
                     held_unit as (select from unit where collection = :collection and code = :unit for update)
                select (select count(*) from held_collection), (select count(*) from held_unit)
                """,
                held -> held.text("collection", collection).text("unit", unit),
                _ -> true);
    }

    /** Adds to what a unit stores; whether it stays within its limit. */
    public boolean store(String collection, String unit, long size, long limit) {
        return sql.update(
                        """
                        update unit set stored_bytes = stored_bytes + :size
                         where collection = :collection and code = :unit and stored_bytes + :size <= :limit
                        """,
                        store ->
                                store.text("collection", collection)
                                        .text("unit", unit)
                                        .number("size", size)
                                        .number("limit", limit))
                == 1;
    }

    /** Takes from what a unit stores. */
    public void release(String collection, String unit, long size) {
        sql.update(
                """
                update unit set stored_bytes = stored_bytes - :size
                 where collection = :collection and code = :unit
                """,
                release ->
                        release.text("collection", collection)
                                .text("unit", unit)
                                .number("size", size));
    }

    private static Optional<Slot> slot(Row row) throws SQLException {
        String code = row.textOrNull("slot");
        return code == null
                ? Optional.empty()
                : Optional.of(
                        new Slot(
                                code,
                                new LocalizedText(row.text("slot_en"), row.text("slot_th")),
                                row.jsons("kinds", Kind.class),
                                row.texts("channels")));
    }

    private static Optional<UnitView> unit(Row row) throws SQLException {
        String code = row.textOrNull("unit");
        return code == null
                ? Optional.empty()
                : Optional.of(
                        new UnitView(
                                code,
                                new LocalizedText(row.text("title_en"), row.text("title_th")),
                                row.jsons("sections", Section.class),
                                row.longNumber("stored_bytes"),
                                ETags.of(row.longNumber("revision"))));
    }
}
