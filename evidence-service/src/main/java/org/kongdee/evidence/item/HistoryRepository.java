package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.kongdee.evidence.item.HistoryEntry.Action;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.requestid.RequestId;
import org.kongdee.web.sql.Sql;

/**
 * The table {@code item_history}, to which entries are only ever added. Their detail alone can be
 * emptied: it may hold what is to be forgotten.
 */
@Singleton
class HistoryRepository {

    private final Sql sql;

    HistoryRepository(Sql sql) {
        this.sql = sql;
    }

    /** Adds a step; of a request if one is under way. */
    void add(UUID item, Stamp stamp, Action action, HistoryDetail detail) {
        sql.update(
                """
                insert into item_history (item, at, actor, actor_name, action, detail, request_id)
                values (:item, :at, :by, :byName, :action, jsonb_strip_nulls(cast(:detail as jsonb)), nullif(:requestId, ''))
                """,
                entry ->
                        entry.id("item", item)
                                .instant("at", stamp.at())
                                .text("by", stamp.by())
                                .text("byName", stamp.byName())
                                .constant("action", action)
                                .json("detail", detail)
                                .text("requestId", RequestId.current()));
    }

    void empty(UUID item) {
        sql.update(
                "update item_history set detail = '{}' where item = :item",
                entries -> entries.id("item", item));
    }

    List<HistoryEntry> of(UUID item) {
        return sql.rows(
                "select at, actor, actor_name, action, detail, request_id from item_history where item = :item order by id",
                entries -> entries.id("item", item),
                row ->
                        new HistoryEntry(
                                row.instant("at"),
                                row.text("actor"),
                                row.textOrNull("actor_name"),
                                row.constant("action", Action.class),
                                row.json("detail", HistoryDetail.class),
                                row.textOrNull("request_id")));
    }
}
