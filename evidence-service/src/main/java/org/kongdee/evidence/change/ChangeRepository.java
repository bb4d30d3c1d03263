package org.kongdee.evidence.change;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.kongdee.web.sql.Sql;

/**
 * The table {@code change}; of a unit that changed itself, a row without slot. A touch takes a
 * row's position away; who reads next gives new ones, under a lock, and only to what is committed
 * by then: a change that commits late gets a later position and is not passed over. A row that a
 * running change still holds waits for the next reading.
 */
@Singleton
public class ChangeRepository {

    private final Sql sql;

    ChangeRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Notes, in the change's own transaction, that the facts of these slots of a unit may differ
     * from now on.
     */
    public void touch(String collection, String unit, Collection<String> slots) {
        sql.update(
                // One order for all, so that two changes never wait for each other.
                """
                insert into change (collection, unit, slot)
                select :collection, :unit, slot from unnest(:slots) as slot order by slot
                on conflict (collection, unit, slot) do update set position = null
                """,
                change ->
                        change.text("collection", collection)
                                .text("unit", unit)
                                .texts("slots", slots.stream().distinct().toList()));
    }

    /**
     * Notes, in the change's own transaction, that units themselves differ, whatever they have
     * filed.
     */
    public void touchUnits(String collection, Collection<String> units) {
        sql.update(
                // In one order, as above.
                """
                insert into change (collection, unit, slot)
                select :collection, unit, '' from unnest(:units) as unit order by unit
                on conflict (collection, unit, slot) do update set position = null
                """,
                change -> change.text("collection", collection).texts("units", units));
    }

    /** Notes that the facts of all that was ever touched in a collection may differ. */
    public void touchAll(String collection) {
        sql.update(
                """
                update change set position = null where (collection, unit, slot) in
                       (select collection, unit, slot from change where collection = :collection
                         order by unit, slot for update)
                """,
                change -> change.text("collection", collection));
    }

    /** Whether there is anything without a position. */
    boolean hasFresh() {
        return sql.one(
                "select exists (select from change where position is null) as fresh",
                _ -> {},
                row -> row.flag("fresh"));
    }

    /** Gives positions to what has none. Needs a transaction, for the lock. */
    void place() {
        sql.one("select pg_advisory_xact_lock(hashtextextended('change', 0))", _ -> {}, _ -> true);
        sql.update(
                """
                update change c set position = nextval('change_position')
                  from (select collection, unit, slot from change
                         where position is null for update skip locked) fresh
                 where c.collection = fresh.collection and c.unit = fresh.unit and c.slot = fresh.slot
                """);
    }

    record Touched(String collection, String unit, String slot, long position) {

        /** Whether it is a slot that was touched, or else the unit itself. */
        boolean ofSlot() {
            return !slot.isEmpty();
        }
    }

    /** What was touched after {@code position}, oldest first. */
    List<Touched> after(long position, int limit) {
        return sql.rows(
                """
                select collection, unit, slot, position from change
                 where position > :position order by position limit :limit
                """,
                change -> change.number("position", position).number("limit", limit),
                row ->
                        new Touched(
                                row.text("collection"),
                                row.text("unit"),
                                row.text("slot"),
                                row.longNumber("position")));
    }
}
