package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.item.HistoryEntry.Action;
import org.kongdee.evidence.item.ItemScans.Due;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/** Which files wait for the antivirus, and what their items are told of files. */
@Singleton
class FileVerdictRepository {

    private final Sql sql;

    FileVerdictRepository(Sql sql) {
        this.sql = sql;
    }

    /** Takes the file whose turn it is; nobody else does within {@code lease}. */
    Optional<Due> claim(Duration lease) {
        return sql.row(
                """
                update file set scan_after = now() + cast(:lease as interval)
                 where (item, number) = (select item, number from file where scan_after <= now()
                                          order by scan_after limit 1 for update skip locked)
                returning item, number, sha256
                """,
                claim -> claim.text("lease", lease.toString()),
                row ->
                        new Due(
                                new FileId(row.id("item"), row.number("number")),
                                new Sha256(row.text("sha256"))));
    }

    /** The state that a file shows from now on. */
    record Shown(ContentStatus status, @Nullable LocalizedText note) {}

    /** A file waits no longer; empty if it did not, or was purged. */
    Optional<Shown> release(FileId file) {
        return sql.row(
                """
                update file f set scan_after = null from content c
                 where f.item = :item and f.number = :number and f.scan_after is not null and c.sha256 = f.sha256
                returning c.status, c.verdict as note
                """,
                released -> released.id("item", file.item()).number("number", file.number()),
                row ->
                        new Shown(
                                row.constant("status", ContentStatus.class),
                                row.jsonOrNull("note", LocalizedText.class)));
    }

    /** The files that show the state of these bytes. */
    List<FileId> showing(Sha256 sha256) {
        return sql.rows(
                "select item, number from file where sha256 = :sha256 and scan_after is null",
                files -> files.text("sha256", sha256.hex()),
                row -> new FileId(row.id("item"), row.number("number")));
    }

    /** Where an item waits for review. */
    record Waiting(String collection, String unit, String slot) {}

    /**
     * Writes a state of files into the history of their items.
     *
     * @return where one of these items waits for review
     */
    List<Waiting> marked(
            List<FileId> files, Action action, @Nullable LocalizedText found, Stamp stamp) {
        sql.update(
                """
                insert into item_history (item, at, actor, action, detail, request_id)
                select item, :at, :by, :action,
                       jsonb_strip_nulls(jsonb_build_object('file', number, 'found', cast(:found as jsonb))), null
                  from unnest(:items, :numbers) as f(item, number)
                """,
                entries ->
                        entries.ids("items", files, FileId::item)
                                .integers("numbers", files, FileId::number)
                                .instant("at", stamp.at())
                                .text("by", stamp.by())
                                .constant("action", action)
                                .json("found", found));
        return sql.rows(
                """
                with told as (
                    update item set revision = revision + 1, changed_at = :at, changed_by = :by
                     where id = any(:items)
                    returning collection, unit, slot, status)
                select distinct collection, unit, slot from told where status = 'PENDING'
                 order by collection, unit, slot
                """,
                items ->
                        items.ids("items", files, FileId::item)
                                .instant("at", stamp.at())
                                .text("by", stamp.by()),
                row -> new Waiting(row.text("collection"), row.text("unit"), row.text("slot")));
    }
}
