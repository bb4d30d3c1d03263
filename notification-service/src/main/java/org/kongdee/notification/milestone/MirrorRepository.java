package org.kongdee.notification.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/** The tables {@code mirror} and {@code rubric_feed}, whose cursors several replicas move on. */
@ApplicationScoped
class MirrorRepository {

    private final Sql sql;
    private final Clock clock;

    MirrorRepository(Sql sql, @SystemTime Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<Mirror> find(String cycle) {
        return sql.row(
                "select * from mirror where cycle = :cycle",
                p -> p.text("cycle", cycle),
                MirrorRepository::mirror);
    }

    List<Mirror> list() {
        return sql.rows("select * from mirror order by cycle", _ -> {}, MirrorRepository::mirror);
    }

    /**
     * Moves the cursor on, unless another replica did so since it was read.
     *
     * @return false if the changes must not be written: they may be older than what is there
     */
    boolean advance(String cycle, @Nullable String from, @Nullable String to, LocalDate periodEnd) {
        return sql.update(
                        """
                        insert into mirror as m (cycle, cursor, period_end, synced_at)
                        values (:cycle, :to, :periodEnd, :now)
                        on conflict on constraint pk_mirror do update
                           set cursor = excluded.cursor, period_end = excluded.period_end,
                               synced_at = excluded.synced_at, failed_at = null, failure = null
                         where m.cursor is not distinct from :from
                        """,
                        p ->
                                p.text("cycle", cycle)
                                        .text("from", from)
                                        .text("to", to)
                                        .date("periodEnd", periodEnd)
                                        .instant("now", clock.instant()))
                == 1;
    }

    /** Nothing has changed in these. */
    void unchanged(Collection<String> cycles) {
        sql.update(
                """
                update mirror set synced_at = :now, failed_at = null, failure = null where cycle = any(:cycles)
                """,
                p -> p.instant("now", clock.instant()).texts("cycles", cycles));
    }

    /** How far the feed of changes was followed; null for not at all. */
    @Nullable String feed() {
        return sql.one(
                        "select cursor from rubric_feed",
                        _ -> {},
                        row -> Optional.ofNullable(row.textOrNull("cursor")))
                .orElse(null);
    }

    /** Goes on in the feed, unless another replica has. */
    void advance(@Nullable String from, String to) {
        sql.update(
                "update rubric_feed set cursor = :to where cursor is not distinct from :from",
                p -> p.text("from", from).text("to", to));
    }

    void remove(String cycle) {
        sql.update("delete from mirror where cycle = :cycle", p -> p.text("cycle", cycle));
    }

    void failed(String failure) {
        sql.update(
                "update mirror set failed_at = :now, failure = :failure",
                p -> p.instant("now", clock.instant()).text("failure", failure));
    }

    private static Mirror mirror(Row row) throws SQLException {
        return new Mirror(
                row.text("cycle"),
                row.textOrNull("cursor"),
                row.date("period_end"),
                row.instantOrNull("synced_at"),
                row.textOrNull("failure"));
    }
}
