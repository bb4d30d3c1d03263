package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.content.ContentUse;
import org.kongdee.evidence.item.HistoryEntry.Action;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/** Files by themselves: what downloads wait for, and which bytes files have. */
@Singleton
class FileRepository implements ContentUse {

    private final Sql sql;

    FileRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * The unit of an item and one of its files.
     *
     * @param file empty if the item has none of this number
     */
    record UnitFile(String unit, Optional<FileView> file) {}

    /** A file of an item, without the rest of it; empty if there is no such item. */
    Optional<UnitFile> find(UUID id, int number) {
        return sql.row(
                """
                select i.unit, f.name, f.media_type, f.size, f.sha256, c.status, c.verdict
                  from item i
                  left join file f on f.item = i.id and f.number = :number
                  left join content c on c.sha256 = f.sha256
                 where i.id = :id
                """,
                file -> file.id("id", id).number("number", number),
                row ->
                        new UnitFile(
                                row.text("unit"),
                                row.textOrNull("media_type") == null
                                        ? Optional.empty()
                                        : Optional.of(file(number, row))));
    }

    static FileView file(int number, Row row) throws SQLException {
        String sha256 = row.textOrNull("sha256");
        return new FileView(
                number,
                row.textOrNull("name"),
                row.text("media_type"),
                row.longNumber("size"),
                row.constantOrNull("status", ContentStatus.class),
                row.textOrNull("verdict"),
                sha256 == null ? null : new Sha256(sha256));
    }

    /** A file that is to be copied, and that no purge takes away until the transaction ends. */
    Optional<NewFile> forCopy(String unit, CopyFile copy) {
        return sql.row(
                """
                select f.name, f.media_type, f.size, f.sha256 from file f join item i on i.id = f.item
                 where f.item = :item and f.number = :number and i.unit = :unit and f.sha256 is not null
                   for share of f
                """,
                file ->
                        file.id("item", copy.item())
                                .number("number", copy.file())
                                .text("unit", unit),
                row ->
                        new NewFile(
                                row.text("name"),
                                row.text("media_type"),
                                row.longNumber("size"),
                                new Sha256(row.text("sha256"))));
    }

    @Override
    public boolean isNamed(Sha256 sha256) {
        return sql.one(
                "select exists (select from file where sha256 = :sha256) as named",
                file -> file.text("sha256", sha256.hex()),
                row -> row.flag("named"));
    }

    @Override
    public List<Sha256> orphans(int limit) {
        return sql.rows(
                """
                select sha256 from content c
                 where not exists (select from file f where f.sha256 = c.sha256)
                   and not exists (select from content_hold h where h.sha256 = c.sha256 and h.until > now())
                 limit :limit
                """,
                orphans -> orphans.number("limit", limit),
                row -> new Sha256(row.text("sha256")));
    }

    /** Where an item waits for review. */
    record Waiting(String collection, String unit, String slot) {}

    /**
     * Writes a state of bytes into the history of every item that has them.
     *
     * @return where one of these items waits for review
     */
    List<Waiting> marked(Sha256 sha256, Action action, String reason, Stamp stamp) {
        sql.update(
                """
                update item set revision = revision + 1, changed_at = :at, changed_by = :by
                 where id in (select item from file where sha256 = :sha256)
                """,
                items ->
                        items.text("sha256", sha256.hex())
                                .instant("at", stamp.at())
                                .text("by", stamp.by()));
        sql.update(
                """
                insert into item_history (item, at, actor, action, detail, request_id)
                select item, :at, :by, :action,
                       jsonb_strip_nulls(jsonb_build_object('file', number, 'reason', nullif(:reason, ''))), null
                  from file where sha256 = :sha256
                """,
                entries ->
                        entries.text("sha256", sha256.hex())
                                .instant("at", stamp.at())
                                .text("by", stamp.by())
                                .constant("action", action)
                                .text("reason", reason));
        return sql.rows(
                """
                select distinct collection, unit, slot from item
                 where id in (select item from file where sha256 = :sha256) and status = 'PENDING'
                 order by collection, unit, slot
                """,
                items -> items.text("sha256", sha256.hex()),
                row -> new Waiting(row.text("collection"), row.text("unit"), row.text("slot")));
    }
}
