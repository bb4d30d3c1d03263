package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.link.LinkStatus;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.sql.Json;
import org.kongdee.web.sql.PlainSql;

/**
 * The rows of items, their files and their history. An item comes with its files in one statement.
 */
@Singleton
class ItemRepository {

    private static final String COLUMNS =
            """
            i.*,
            (select coalesce(jsonb_agg(jsonb_build_object('number', f.number, 'name', f.name, 'mediaType', f.media_type,
                        'size', f.size, 'sha256', f.sha256, 'status', c.status, 'note', c.verdict) order by f.number), '[]')
               from file f left join content c on c.sha256 = f.sha256 where f.item = i.id) as files
            """;

    private static final String INSERT =
            """
            with new_item as (
                insert into item (id, collection, unit, slot, kind, channel, section, title, description, date,
                                  coverage_from, coverage_to, fields, link, link_status, status, version, replaces,
                                  uploaded_by, uploaded_at, revision, search)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                        ?, ?, string_to_array(?, ','), ?, ?, 'PENDING', ?, ?,
                        ?, ?, 1, ?)
                returning id, uploaded_at, uploaded_by),
            new_files as (
                insert into file (item, number, name, media_type, size, sha256)
                select i.id, f.number, f.name, f."mediaType", f.size, f.sha256
                  from new_item i, jsonb_to_recordset(cast(? as jsonb))
                       as f(number integer, name text, "mediaType" text, size bigint, sha256 text))
            insert into item_history (item, at, actor, action, detail, request_id)
            select id, uploaded_at, uploaded_by, ?, '{}', ? from new_item
            """;

    private final Jdbi jdbi;
    private final PlainSql sql;
    private final Json json;

    ItemRepository(Jdbi jdbi, PlainSql sql, Json json) {
        this.jdbi = jdbi;
        this.sql = sql;
        this.json = json;
    }

    /** A file as its row is written. */
    record NewFile(String name, String mediaType, long size, Sha256 sha256) {}

    /** A file as its row is written and read; public field names, for JSON. */
    private record FileRow(
            int number,
            @Nullable String name,
            String mediaType,
            long size,
            @Nullable String sha256,
            @Nullable ContentStatus status,
            @Nullable String note) {

        static FileRow of(int number, NewFile file) {
            return new FileRow(
                    number,
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.sha256().hex(),
                    null,
                    null);
        }

        ItemFile file() {
            return new ItemFile(
                    number,
                    name,
                    mediaType,
                    size,
                    status,
                    note,
                    sha256 == null ? null : new Sha256(sha256));
        }
    }

    Optional<Item> find(UUID id) {
        return find(id, "");
    }

    /** The item, which nobody else changes until the transaction ends. */
    Optional<Item> findForUpdate(UUID id) {
        return find(id, " for update of i");
    }

    private Optional<Item> find(UUID id, String lock) {
        return sql
                .rows(
                        "select " + COLUMNS + " from item i where i.id = ?" + lock,
                        item -> item.id(id),
                        this::item)
                .stream()
                .findFirst();
    }

    /**
     * The unit of an item and one of its files.
     *
     * @param file empty if the item has none of this number
     */
    record UnitFile(String unit, Optional<ItemFile> file) {}

    /** A file of an item, without the rest of it; empty if there is no such item. */
    Optional<UnitFile> file(UUID id, int number) {
        return sql
                .rows(
                        """
                        select i.unit, f.name, f.media_type, f.size, f.sha256, c.status, c.verdict
                          from item i
                          left join file f on f.item = i.id and f.number = ?
                          left join content c on c.sha256 = f.sha256
                         where i.id = ?
                        """,
                        file -> file.number(number).id(id),
                        row ->
                                new UnitFile(
                                        row.getString("unit"),
                                        row.getString("media_type") == null
                                                ? Optional.empty()
                                                : Optional.of(fileRow(number, row).file())))
                .stream()
                .findFirst();
    }

    private static FileRow fileRow(int number, ResultSet row) throws SQLException {
        String status = row.getString("status");
        return new FileRow(
                number,
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                status == null ? null : ContentStatus.valueOf(status),
                row.getString("verdict"));
    }

    /** A file that is to be copied, and that no purge takes away until the transaction ends. */
    Optional<NewFile> fileForCopy(String unit, CopyFile copy) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select f.name, f.media_type, f.size, f.sha256 from file f join item i on i.id = f.item
                                         where f.item = :item and f.number = :number and i.unit = :unit and f.sha256 is not null
                                           for share of f
                                        """)
                                .bind("item", copy.item())
                                .bind("number", copy.file())
                                .bind("unit", unit)
                                .map(
                                        (row, context) ->
                                                new NewFile(
                                                        row.getString("name"),
                                                        row.getString("media_type"),
                                                        row.getLong("size"),
                                                        new Sha256(row.getString("sha256"))))
                                .findOne());
    }

    boolean hasPendingVersion(UUID id) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select exists (select from item where replaces = :id and status = 'PENDING')")
                                .bind("id", id)
                                .mapTo(Boolean.class)
                                .one());
    }

    /** Adds to what a unit stores; whether it stays within its limit. */
    boolean addStoredBytes(String collection, String unit, long size, long limit) {
        return sql.update(
                        """
                        update unit set stored_bytes = stored_bytes + ?
                         where collection = ? and code = ? and stored_bytes + ? <= ?
                        """,
                        add ->
                                add.number(size)
                                        .text(collection)
                                        .text(unit)
                                        .number(size)
                                        .number(limit))
                == 1;
    }

    /** Files an item, with its files and the first entry of its history. */
    void insert(
            UUID id,
            String collection,
            FileEvidence evidence,
            List<NewFile> files,
            int version,
            @Nullable UUID replaces,
            String by,
            Instant at,
            String requestId) {
        Coverage coverage = evidence.coverage();
        List<FileRow> rows =
                IntStream.range(0, files.size())
                        .mapToObj(i -> FileRow.of(i + 1, files.get(i)))
                        .toList();
        sql.update(
                INSERT,
                item ->
                        item.id(id)
                                .text(collection)
                                .text(evidence.unit())
                                .text(evidence.slot())
                                .text(evidence.kind())
                                .text(evidence.channel())
                                .text(evidence.section())
                                .text(evidence.title())
                                .text(text(evidence.description()))
                                .date(evidence.date())
                                .date(coverage == null ? null : coverage.from())
                                .date(coverage == null ? null : coverage.to())
                                .text(
                                        evidence.fields().stream()
                                                .distinct()
                                                .sorted()
                                                .collect(Collectors.joining(",")))
                                .text(evidence.link())
                                .text(evidence.link() == null ? null : LinkStatus.UNCHECKED.name())
                                .number(version)
                                .id(replaces)
                                .text(by)
                                .time(at)
                                .text(search(evidence, files))
                                // files
                                .text(json.write(rows))
                                // history
                                .text(HistoryEntry.Action.FILED.name())
                                .text(requestId));
    }

    private static String search(FileEvidence evidence, List<NewFile> files) {
        return SearchText.of(
                Stream.concat(
                        Stream.of(
                                evidence.title(),
                                text(evidence.description()),
                                text(evidence.link())),
                        files.stream().map(NewFile::name)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    void correct(Item item, String title, String description) {
        Stream<String> searched =
                Stream.concat(
                        Stream.of(title, description, text(item.link())),
                        item.files().stream().map(file -> text(file.name())));
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update item set title = :title, description = :description, search = :search,
                                               revision = revision + 1 where id = :id
                                        """)
                                .bind("id", item.id())
                                .bind("title", title)
                                .bind("description", description)
                                .bind("search", SearchText.of(searched))
                                .execute());
    }

    void status(UUID id, ItemStatus status) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        "update item set status = :status, revision = revision + 1 where id = :id")
                                .bind("id", id)
                                .bind("status", status.name())
                                .execute());
    }

    void reviewed(UUID id, ItemStatus status, Review review) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        update item set status = :status, reviewed_by = :by, reviewed_at = :at, review_note = :note,
                                               revision = revision + 1 where id = :id
                                        """)
                                .bind("id", id)
                                .bind("status", status.name())
                                .bind("by", review.by())
                                .bind("at", review.at())
                                .bind("note", review.note())
                                .execute());
    }

    /**
     * Takes out of the rows whatever came from the uploader; the tombstone keeps place, dates,
     * sizes, who and why.
     */
    void purge(Item item, ItemStatus status, Purge purge) {
        jdbi.useHandle(
                handle -> {
                    handle.createUpdate(
                                    """
                                    update item set status = :status, title = '', description = '', search = '', fields = '{}',
                                           link = null, link_status = null, link_checked_at = null, link_location = null, link_note = null,
                                           purged_by = :by, purged_at = :at, purge_reason = :reason, revision = revision + 1
                                     where id = :id
                                    """)
                            .bind("id", item.id())
                            .bind("status", status.name())
                            .bind("by", purge.by())
                            .bind("at", purge.at())
                            .bind("reason", purge.reason())
                            .execute();
                    handle.createUpdate(
                                    "update file set name = null, sha256 = null where item = :id")
                            .bind("id", item.id())
                            .execute();
                    handle.createUpdate("update item_history set detail = '{}' where item = :id")
                            .bind("id", item.id())
                            .execute();
                    handle.createUpdate(
                                    """
                                    update unit set stored_bytes = stored_bytes - :size
                                     where collection = :collection and code = :unit
                                    """)
                            .bind("size", item.files().stream().mapToLong(ItemFile::size).sum())
                            .bind("collection", item.collection())
                            .bind("unit", item.unit())
                            .execute();
                });
    }

    void history(
            UUID item,
            Instant at,
            String by,
            HistoryEntry.Action action,
            Map<String, ?> detail,
            String requestId) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into item_history (item, at, actor, action, detail, request_id)
                                        values (:item, :at, :by, :action, cast(:detail as jsonb), :requestId)
                                        """)
                                .bind("item", item)
                                .bind("at", at)
                                .bind("by", by)
                                .bind("action", action.name())
                                .bind("detail", json.write(detail))
                                .bind("requestId", requestId)
                                .execute());
    }

    List<HistoryEntry> history(UUID item) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select * from item_history where item = :item order by id")
                                .bind("item", item)
                                .map(
                                        (row, context) ->
                                                new HistoryEntry(
                                                        instant(row, "at"),
                                                        row.getString("actor"),
                                                        HistoryEntry.Action.valueOf(
                                                                row.getString("action")),
                                                        detail(row.getString("detail")),
                                                        row.getString("request_id")))
                                .list());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> detail(String text) {
        return json.read(text, Map.class);
    }

    /**
     * Writes a state of bytes into the history of every item that has them.
     *
     * @return where one of these items waits for review
     */
    List<Waiting> fileMarked(Sha256 sha256, HistoryEntry.Action action, String reason, Instant at) {
        return jdbi.withHandle(
                handle -> {
                    handle.createUpdate(
                                    """
                                    update item set revision = revision + 1
                                     where id in (select item from file where sha256 = :sha256)
                                    """)
                            .bind("sha256", sha256.hex())
                            .execute();
                    handle.createUpdate(
                                    """
                                    insert into item_history (item, at, actor, action, detail, request_id)
                                    select item, :at, 'evidence-service', :action,
                                           jsonb_strip_nulls(jsonb_build_object('file', number, 'reason', nullif(:reason, ''))), ''
                                      from file where sha256 = :sha256
                                    """)
                            .bind("at", at)
                            .bind("action", action.name())
                            .bind("reason", reason)
                            .bind("sha256", sha256.hex())
                            .execute();
                    return handle.createQuery(
                                    """
                                    select distinct collection, unit, slot from item
                                     where id in (select item from file where sha256 = :sha256) and status = 'PENDING'
                                     order by collection, unit, slot
                                    """)
                            .bind("sha256", sha256.hex())
                            .map(
                                    (row, _) ->
                                            new Waiting(
                                                    row.getString("collection"),
                                                    row.getString("unit"),
                                                    row.getString("slot")))
                            .list();
                });
    }

    /** Where an item waits for review. */
    record Waiting(String collection, String unit, String slot) {}

    long count(ItemFilter filter) {
        return jdbi.withHandle(
                handle ->
                        bind(
                                        handle.createQuery(
                                                "select count(*) from item i where "
                                                        + filter.conditions()),
                                        filter)
                                .mapTo(Long.class)
                                .one());
    }

    /** Newest first. */
    List<Item> list(ItemFilter filter, Paging paging) {
        return jdbi.withHandle(
                handle ->
                        bind(
                                        handle.createQuery(
                                                "select "
                                                        + COLUMNS
                                                        + " from item i where "
                                                        + filter.conditions()
                                                        + " order by i.uploaded_at desc, i.id limit :size offset :offset"),
                                        filter)
                                .bind("size", paging.size())
                                .bind("offset", paging.offset())
                                .map((row, context) -> item(row))
                                .list());
    }

    void each(ItemFilter filter, Consumer<Item> each) {
        jdbi.useTransaction(
                handle -> {
                    try (Stream<Item> rows =
                            bind(
                                    handle.createQuery(
                                            "select "
                                                    + COLUMNS
                                                    + " from item i where "
                                                    + filter.conditions()
                                                    + " order by i.uploaded_at desc, i.id"),
                                    filter)
                                    .setFetchSize(500)
                                    .map((row, context) -> item(row))
                                    .stream()) {
                        rows.forEach(each);
                    }
                });
    }

    private static Query bind(Query query, ItemFilter filter) {
        filter.bindings().forEach(query::bind);
        return query;
    }

    /** All accepted items of a unit, by slot in rubric order, then by date. */
    List<Item> accepted(String collection, String unit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select "
                                                + COLUMNS
                                                + """
                                                 from item i join slot s on s.collection = i.collection and s.code = i.slot
                                                 where i.collection = :collection and i.unit = :unit and i.status = 'ACCEPTED'
                                                 order by s.position, i.date, i.uploaded_at, i.id
                                                """)
                                .bind("collection", collection)
                                .bind("unit", unit)
                                .map((row, context) -> item(row))
                                .list());
    }

    private Item item(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("coverage_from", LocalDate.class);
        LocalDate to = row.getObject("coverage_to", LocalDate.class);
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("collection"),
                row.getString("unit"),
                row.getString("slot"),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("section"),
                row.getString("title"),
                row.getString("description"),
                row.getObject("date", LocalDate.class),
                from == null || to == null ? null : new Coverage(from, to),
                Arrays.asList((String[]) row.getArray("fields").getArray()),
                row.getString("link"),
                linkState(row),
                json.list(row.getString("files"), FileRow.class).stream()
                        .map(FileRow::file)
                        .toList(),
                ItemStatus.valueOf(row.getString("status")),
                row.getInt("version"),
                row.getObject("replaces", UUID.class),
                row.getString("uploaded_by"),
                instant(row, "uploaded_at"),
                row.getString("reviewed_by") == null
                        ? null
                        : new Review(
                                row.getString("reviewed_by"),
                                instant(row, "reviewed_at"),
                                row.getString("review_note")),
                row.getString("purged_by") == null
                        ? null
                        : new Purge(
                                row.getString("purged_by"),
                                instant(row, "purged_at"),
                                row.getString("purge_reason")),
                row.getLong("revision"));
    }

    private static @Nullable LinkView linkState(ResultSet row) throws SQLException {
        String status = row.getString("link_status");
        OffsetDateTime checked = row.getObject("link_checked_at", OffsetDateTime.class);
        return status == null
                ? null
                : new LinkView(
                        LinkStatus.valueOf(status),
                        checked == null ? null : checked.toInstant(),
                        row.getString("link_location"),
                        row.getString("link_note"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Bytes that an item has. */
    static Set<Sha256> bytes(Item item) {
        return item.files().stream()
                .map(ItemFile::sha256)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
