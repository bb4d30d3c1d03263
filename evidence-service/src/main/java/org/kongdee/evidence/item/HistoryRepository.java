package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
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
    void add(UUID item, Stamp stamp, Action action, Map<String, ?> detail) {
        sql.update(
                """
                insert into item_history (item, at, actor, action, detail, request_id)
                values (:item, :at, :by, :action, cast(:detail as jsonb), :requestId)
                """,
                entry ->
                        entry.id("item", item)
                                .instant("at", stamp.at())
                                .text("by", stamp.by())
                                .constant("action", action)
                                .json("detail", detail)
                                .text("requestId", RequestId.current()));
    }

    void empty(UUID item) {
        sql.update(
                "update item_history set detail = '{}' where item = :item",
                entries -> entries.id("item", item));
    }

    @SuppressWarnings("unchecked")
    List<HistoryEntry> of(UUID item) {
        return sql.rows(
                "select at, actor, action, detail, request_id from item_history where item = :item order by id",
                entries -> entries.id("item", item),
                row ->
                        new HistoryEntry(
                                row.instant("at"),
                                row.text("actor"),
                                row.constant("action", Action.class),
                                row.json("detail", Map.class),
                                row.text("request_id")));
    }
}
