package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.sql.Sql;

/**
 * Files items, each with its files and the first entry of its history in one statement: the disk is
 * what an upload should wait for.
 */
@Singleton
class NewItemRepository {

    private static final String INSERT =
            """
            with new_item as (
                insert into item (id, collection, unit, slot, kind, channel, section, title, description, date,
                                  coverage_from, coverage_to, fields, link, link_status, status, version, replaces,
                                  uploaded_by, uploaded_at, search, revision, changed_at, changed_by)
                values (:id, :collection, :unit, :slot, :kind, :channel, :section, :title, :description, :date,
                        :from, :to, :fields, :link, :linkStatus, 'PENDING', :version, :replaces,
                        :by, :at, :search, 1, :at, :by)
                returning id),
            new_files as (
                insert into file (item, number, name, media_type, size, sha256)
                select i.id, f.number, f.name, f.media_type, f.size, f.sha256
                  from new_item i, unnest(:names, :mediaTypes, :sizes, :digests)
                       with ordinality as f(name, media_type, size, sha256, number))
            insert into item_history (item, at, actor, action, detail, request_id)
            select id, :at, :by, 'FILED', '{}', :requestId from new_item
            """;

    private final Sql sql;

    NewItemRepository(Sql sql) {
        this.sql = sql;
    }

    void insert(NewItem item, Stamp stamp, String requestId) {
        FileEvidence says = item.says();
        Coverage coverage = says.coverage();
        sql.update(
                INSERT,
                row ->
                        row.id("id", item.id())
                                .text("collection", item.collection())
                                .text("unit", says.unit())
                                .text("slot", says.slot())
                                .text("kind", says.kind())
                                .text("channel", says.channel())
                                .text("section", says.section())
                                .text("title", says.title())
                                .text("description", text(says.description()))
                                .date("date", says.date())
                                .date("from", coverage == null ? null : coverage.from())
                                .date("to", coverage == null ? null : coverage.to())
                                .texts(
                                        "fields",
                                        says.fields().stream().distinct().sorted().toList())
                                .text("link", says.link())
                                .constant(
                                        "linkStatus",
                                        says.link() == null ? null : LinkStatus.UNCHECKED)
                                .number("version", item.version())
                                .id("replaces", item.replaces())
                                .text("search", search(item))
                                .text("by", stamp.by())
                                .instant("at", stamp.at())
                                .texts("names", item.files(), NewFile::name)
                                .texts("mediaTypes", item.files(), NewFile::mediaType)
                                .longs("sizes", item.files(), NewFile::size)
                                .texts("digests", item.files(), file -> file.sha256().hex())
                                .text("requestId", requestId));
    }

    private static String search(NewItem item) {
        FileEvidence says = item.says();
        return SearchText.of(
                Stream.concat(
                        Stream.of(says.title(), text(says.description()), text(says.link())),
                        item.files().stream().map(NewFile::name)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
