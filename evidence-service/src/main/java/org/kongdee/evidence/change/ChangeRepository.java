package org.kongdee.evidence.change;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.kongdee.web.sql.PlainSql;

/**
 * The rows of the change feed. A position is given when somebody reads, under a lock, and only to
 * what is committed by then: a change that commits late gets a later position and is not passed
 * over. A row that a running change still holds waits for the next reading.
 */
@Singleton
public class ChangeRepository {

    private final Jdbi jdbi;
    private final PlainSql sql;

    ChangeRepository(Jdbi jdbi, PlainSql sql) {
        this.jdbi = jdbi;
        this.sql = sql;
    }

    boolean hasCollection(String collection) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select exists (select from collection where code = :collection)")
                                .bind("collection", collection)
                                .mapTo(Boolean.class)
                                .one());
    }

    record Touched(String unit, String slot, long position) {}

    /**
     * Notes, in the change's own transaction, that the facts of these slots of a unit may differ
     * from now on.
     */
    public void touch(String collection, String unit, Collection<String> slots) {
        // One order for all, so that two changes never wait for each other.
        for (String slot : slots.stream().distinct().sorted().toList()) {
            sql.update(
                    """
                    insert into change (collection, unit, slot) values (?, ?, ?)
                    on conflict (collection, unit, slot) do update set position = null
                    """,
                    change -> change.text(collection).text(unit).text(slot));
        }
    }

    /** Notes that the facts of all that was ever touched may differ. */
    public void touchAll(String collection) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update change set position = null where (collection, unit, slot) in
                                               (select collection, unit, slot from change where collection = :collection
                                                 order by unit, slot for update)
                                        """)
                                .bind("collection", collection)
                                .execute());
    }

    /** What was touched after {@code position}, oldest first. Needs a transaction, for the lock. */
    List<Touched> after(String collection, long position, int limit) {
        return jdbi.withHandle(
                handle -> {
                    handle.createQuery(
                                    "select pg_advisory_xact_lock(hashtextextended('change:' || :collection, 0))::text")
                            .bind("collection", collection)
                            .mapTo(String.class)
                            .list();
                    handle.createUpdate(
                                    """
                                    update change c set position = nextval('change_position')
                                      from (select unit, slot from change
                                             where collection = :collection and position is null
                                               for update skip locked) fresh
                                     where c.collection = :collection and c.unit = fresh.unit and c.slot = fresh.slot
                                    """)
                            .bind("collection", collection)
                            .execute();
                    return handle.createQuery(
                                    """
                                    select unit, slot, position from change
                                     where collection = :collection and position > :position order by position limit :limit
                                    """)
                            .bind("collection", collection)
                            .bind("position", position)
                            .bind("limit", limit)
                            .map(
                                    (row, context) ->
                                            new Touched(
                                                    row.getString("unit"),
                                                    row.getString("slot"),
                                                    row.getLong("position")))
                            .list();
                });
    }
}
