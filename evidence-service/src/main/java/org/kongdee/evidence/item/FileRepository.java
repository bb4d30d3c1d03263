package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.content.ContentUse;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/** Files by themselves: what downloads wait for, and which bytes files have. */
@Singleton
class FileRepository implements ContentUse {

    /**
     * The state of a file {@code f} with the bytes {@code c}: while it waits for the antivirus, it
     * is told nothing of what is known of its bytes.
     */
    static final String STATE =
            """
            case when f.scan_after is null then c.status else 'SCANNING' end as status,
            case when f.scan_after is null then c.verdict end as verdict
            """;

    private static final String FIND =
            """
            select i.unit, f.name, f.original_name, f.media_type, f.size, f.sha256, %s
              from item i
              left join file f on f.item = i.id and f.number = :number
              left join content c on c.sha256 = f.sha256
             where i.id = :id
            """
                    .formatted(STATE);

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
                FIND,
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
                row.textOrNull("original_name"),
                row.text("media_type"),
                row.longNumber("size"),
                row.constantOrNull("status", ContentStatus.class),
                row.jsonOrNull("verdict", LocalizedText.class),
                sha256 == null ? null : new Sha256(sha256));
    }

    /** A file that is to be copied, and that no purge takes away until the transaction ends. */
    Optional<NewFile> forCopy(String unit, CopyFile copy) {
        return sql.row(
                """
                select f.name, f.original_name, f.media_type, f.size, f.sha256, f.scan_after is not null as waits
                  from file f join item i on i.id = f.item
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
                                row.textOrNull("original_name"),
                                row.text("media_type"),
                                row.longNumber("size"),
                                new Sha256(row.text("sha256")),
                                row.flag("waits")));
    }

    @Override
    public long waiting() {
        return sql.one(
                "select count(*) as waiting from file where scan_after is not null",
                _ -> {},
                row -> row.longNumber("waiting"));
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
}
