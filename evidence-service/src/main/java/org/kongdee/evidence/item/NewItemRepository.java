package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.requestid.RequestId;
import org.kongdee.web.sql.Parameters;
import org.kongdee.web.sql.Sql;

/**
 * Files items, each with its files and the first entry of its history in one statement that answers
 * with what is new about it: the disk is what an upload should wait for. An item with a link also
 * takes from what its caller may file in an hour ({@code link_allowance}); where nothing is left,
 * nothing is filed.
 */
@Singleton
class NewItemRepository {

    private static final String INSERT =
            """
            with allowance as (
                insert into link_allowance as a (caller, taken)
                select :by, array[now()] where :link is not null
                on conflict (caller) do update
                   set taken = array(select t from unnest(a.taken) t where t > now() - interval '1 hour') || now()
                 where (select count(*) from unnest(a.taken) t where t > now() - interval '1 hour') < :mostLinks
                returning caller),
            new_item as (
                insert into item (id, collection, unit, slot, kind, channel, section, title, description, date,
                                  coverage_from, coverage_to, fields, link, link_status, status, version, replaces, first_version,
                                  uploaded_by, uploaded_by_name, uploaded_at, search, revision, changed_at, changed_by)
                select :id, :collection, :unit, :slot, :kind, :channel, :section, :title, :description, :date,
                       :from, :to, :fields, :link, :linkStatus, 'PENDING', :version, :replaces,
                       (select coalesce(first_version, id) from item where id = :replaces),
                       :by, :byName, :at, :search, 1, :at, :by
                 where :link is null or exists (select from allowance)
                returning id),
            new_files as (
                insert into file (item, number, collection, unit, name, original_name, media_type, size, sha256, scan_after)
                select i.id, f.number, :collection, :unit, f.name, f.original_name, f.media_type, f.size, f.sha256,
                       case when f.waits then now() end
                  from new_item i, unnest(:names, :originalNames, :mediaTypes, :sizes, :digests, :waits)
                       with ordinality as f(name, original_name, media_type, size, sha256, waits, number)
                returning number, name, original_name, media_type, size, sha256, scan_after),
            new_history as (
                insert into item_history (item, at, actor, actor_name, action, detail, request_id)
                select id, :at, :by, :byName, 'FILED', '{}', nullif(:requestId, '') from new_item)
            select f.number, f.name, f.original_name, f.media_type, f.size, f.sha256, %s, %s as also_filed
              from new_item i left join new_files f on true left join content c on c.sha256 = f.sha256
             order by f.number
            """
                    .formatted(FileRepository.STATE, AlsoFiled.OF_NEW_ITEM);

    private final Sql sql;

    NewItemRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param mostLinks how many links a caller may file in an hour
     * @return empty if that many were filed already
     */
    Optional<ItemView> insert(NewItem item, int mostLinks, Stamp stamp) {
        List<Filed> rows =
                sql.rows(
                        INSERT,
                        row -> bind(row, item, mostLinks, stamp),
                        row ->
                                new Filed(
                                        row.numberOrNull("number") == null
                                                ? Optional.empty()
                                                : Optional.of(
                                                        FileRepository.file(
                                                                row.number("number"), row)),
                                        row.jsons("also_filed", AlsoFiled.class)));
        return rows.stream()
                .findFirst()
                .map(
                        any ->
                                item.view(
                                        rows.stream().flatMap(row -> row.file().stream()).toList(),
                                        any.alsoFiled(),
                                        stamp));
    }

    /** A row of what was filed: a file, if the item has any, and what is the same for all. */
    private record Filed(Optional<FileView> file, List<AlsoFiled> alsoFiled) {}

    private static Parameters bind(Parameters row, NewItem item, int mostLinks, Stamp stamp)
            throws SQLException {
        FileEvidence says = item.says();
        Coverage coverage = says.coverage();
        return row.id("id", item.id())
                .text("collection", item.collection())
                .text("unit", says.unit())
                .text("slot", says.slot())
                .text("kind", item.kind())
                .text("channel", says.channel())
                .text("section", says.section())
                .text("title", says.title())
                .text("description", item.description())
                .date("date", says.date())
                .date("from", coverage == null ? null : coverage.from())
                .date("to", coverage == null ? null : coverage.to())
                .texts("fields", item.fields())
                .text("link", says.link())
                .constant("linkStatus", says.link() == null ? null : LinkStatus.UNCHECKED)
                .number("mostLinks", mostLinks)
                .number("version", item.version())
                .id("replaces", item.replaces())
                .text("search", item.search())
                .text("by", stamp.by())
                .text("byName", stamp.byName())
                .instant("at", stamp.at())
                .texts("names", item.files(), NewFile::name)
                .texts("originalNames", item.files(), NewFile::originalName)
                .texts("mediaTypes", item.files(), NewFile::mediaType)
                .longs("sizes", item.files(), NewFile::size)
                .texts("digests", item.files(), file -> file.sha256().hex())
                .flags("waits", item.files(), NewFile::waits)
                .text("requestId", RequestId.current());
    }
}
