package org.kongdee.rubric.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.catalog.RubricVersion.Status;
import org.kongdee.rubric.document.Fault;
import org.kongdee.web.sql.Json;
import org.kongdee.web.text.LocalizedText;

/** The table {@code rubric_version}. */
@ApplicationScoped
class RubricRepository {

    private static final String COLUMNS =
            "rubric, version, status, title_en, title_th, hash, criteria, max, milestones, warnings, changed_at, published_at";
    private static final int FETCH_SIZE = 200;

    private final Jdbi jdbi;
    private final Json json;

    RubricRepository(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** A version with its canonical document. */
    record Stored(RubricVersion head, String document) {}

    Optional<Stored> find(String rubric, String version) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select * from rubric_version where rubric = :rubric and version = :version")
                                .bind("rubric", rubric)
                                .bind("version", version)
                                .map((row, _) -> stored(row))
                                .findOne());
    }

    /** The version that was published last. */
    Optional<Stored> findLatest(String rubric) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select * from rubric_version where rubric = :rubric and status = 'PUBLISHED'
                                         order by published_at desc, version desc limit 1
                                        """)
                                .bind("rubric", rubric)
                                .map((row, _) -> stored(row))
                                .findOne());
    }

    List<RubricVersion> page(@Nullable String rubric, int offset, int size) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select "
                                                + COLUMNS
                                                + " from rubric_version "
                                                + "where cast(:rubric as text) is null or rubric = :rubric "
                                                + "order by rubric, version offset :offset limit :size")
                                .bind("rubric", rubric)
                                .bind("offset", offset)
                                .bind("size", size)
                                .map((row, _) -> head(row))
                                .list());
    }

    long count(@Nullable String rubric) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select count(*) from rubric_version where cast(:rubric as text) is null or rubric = :rubric")
                                .bind("rubric", rubric)
                                .mapTo(Long.class)
                                .one());
    }

    void forEach(Consumer<RubricVersion> sink) {
        jdbi.useHandle(
                handle ->
                        handle.createQuery(
                                        "select "
                                                + COLUMNS
                                                + " from rubric_version order by rubric, version")
                                .setFetchSize(FETCH_SIZE)
                                .map((row, _) -> head(row))
                                .forEach(sink));
    }

    /** False if the version is there already. */
    boolean insert(RubricVersion head, String document, String by) {
        return jdbi.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                insert into rubric_version (rubric, version, status, title_en, title_th, hash, document,
                                                       criteria, max, milestones, warnings, changed_at, changed_by)
                                                values (:rubric, :version, 'DRAFT', :titleEn, :titleTh, :hash, :document,
                                                       :criteria, :max, :milestones, cast(:warnings as jsonb), :changedAt, :by)
                                                on conflict on constraint pk_rubric_version do nothing
                                                """)
                                        .bindMethods(head)
                                        .bind("titleEn", head.title().en())
                                        .bind("titleTh", head.title().th())
                                        .bind("warnings", json.write(head.warnings()))
                                        .bind("document", document)
                                        .bind("by", by)
                                        .execute())
                == 1;
    }

    /** False if the draft is no longer the one with this hash. */
    boolean replace(RubricVersion head, String document, String replacedHash, String by) {
        return jdbi.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                update rubric_version
                                                   set title_en = :titleEn, title_th = :titleTh, hash = :hash, document = :document,
                                                       criteria = :criteria, max = :max, milestones = :milestones,
                                                       warnings = cast(:warnings as jsonb), changed_at = :changedAt, changed_by = :by
                                                 where rubric = :rubric and version = :version
                                                   and status = 'DRAFT' and hash = :replacedHash
                                                """)
                                        .bindMethods(head)
                                        .bind("titleEn", head.title().en())
                                        .bind("titleTh", head.title().th())
                                        .bind("warnings", json.write(head.warnings()))
                                        .bind("document", document)
                                        .bind("replacedHash", replacedHash)
                                        .bind("by", by)
                                        .execute())
                == 1;
    }

    /** False if it is no draft, or there is none. */
    boolean publish(String rubric, String version, Instant at) {
        return jdbi.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                update rubric_version set status = 'PUBLISHED', published_at = :at
                                                 where rubric = :rubric and version = :version and status = 'DRAFT'
                                                """)
                                        .bind("rubric", rubric)
                                        .bind("version", version)
                                        .bind("at", at)
                                        .execute())
                == 1;
    }

    /** False if the draft is no longer the one with this hash. */
    boolean delete(String rubric, String version, String hash) {
        return jdbi.withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                delete from rubric_version
                                                 where rubric = :rubric and version = :version and status = 'DRAFT' and hash = :hash
                                                """)
                                        .bind("rubric", rubric)
                                        .bind("version", version)
                                        .bind("hash", hash)
                                        .execute())
                == 1;
    }

    /** Whether a cycle, even one in preparation, is made of this version. */
    boolean isUsed(String rubric, String version) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        "select exists (select 1 from cycle where rubric = :rubric and version = :version)")
                                .bind("rubric", rubric)
                                .bind("version", version)
                                .mapTo(Boolean.class)
                                .one());
    }

    private Stored stored(ResultSet row) throws SQLException {
        return new Stored(head(row), row.getString("document"));
    }

    private RubricVersion head(ResultSet row) throws SQLException {
        Timestamp publishedAt = row.getTimestamp("published_at");
        return new RubricVersion(
                row.getString("rubric"),
                row.getString("version"),
                Status.valueOf(row.getString("status")),
                new LocalizedText(row.getString("title_en"), row.getString("title_th")),
                row.getString("hash"),
                row.getInt("criteria"),
                row.getBigDecimal("max"),
                row.getInt("milestones"),
                json.list(row.getString("warnings"), Fault.class),
                row.getTimestamp("changed_at").toInstant(),
                publishedAt == null ? null : publishedAt.toInstant());
    }
}
