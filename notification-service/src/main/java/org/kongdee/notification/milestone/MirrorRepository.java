package org.kongdee.notification.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.milestone.SyncView.CycleSync;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/**
 * The tables {@code mirror}, {@code mirror_cursor} and {@code rubric_feed}, whose cursors several
 * replicas move on.
 */
@ApplicationScoped
class MirrorRepository {

    private final Sql sql;
    private final Clock clock;

    MirrorRepository(Sql sql, @SystemTime Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    List<Mirror> list() {
        return sql.rows("select * from mirror order by cycle", _ -> {}, MirrorRepository::mirror);
    }

    /** What is followed of each mirrored cycle. */
    Map<String, Set<Subject>> followed() {
        Map<String, Set<Subject>> followed = new HashMap<>();
        sql.rows(
                """
                select m.cycle, array(select subject from mirror_cursor c where c.cycle = m.cycle) subjects from mirror m
                """,
                _ -> {},
                row ->
                        followed.put(
                                row.text("cycle"),
                                Set.copyOf(
                                        row.texts("subjects").stream()
                                                .map(Subject::valueOf)
                                                .toList())));
        return followed;
    }

    /** What the mirror holds of each cycle, counted. */
    List<CycleSync> counted(Map<String, Integer> changed) {
        return sql.rows(
                """
                select m.*,
                       (select count(*) from deadline d where d.cycle = m.cycle and d.source = 'MILESTONE') milestones,
                       (select count(*) from standing s where s.cycle = m.cycle) standings,
                       (select count(*) from rubric_notice n where n.cycle = m.cycle) notices
                  from mirror m order by cycle
                """,
                _ -> {},
                row ->
                        new CycleSync(
                                row.text("cycle"),
                                changed.getOrDefault(row.text("cycle"), 0),
                                row.longNumber("milestones"),
                                row.longNumber("standings"),
                                row.longNumber("notices"),
                                row.instantOrNull("synced_at"),
                                row.textOrNull("failure")));
    }

    Optional<String> cursor(String cycle, Subject subject) {
        return sql.row(
                "select cursor from mirror_cursor where cycle = :cycle and subject = :subject",
                p -> p.text("cycle", cycle).constant("subject", subject),
                row -> row.text("cursor"));
    }

    void open(String cycle, LocalDate periodEnd) {
        sql.update(
                """
                insert into mirror (cycle, period_end) values (:cycle, :periodEnd)
                on conflict on constraint pk_mirror do update set period_end = excluded.period_end
                """,
                p -> p.text("cycle", cycle).date("periodEnd", periodEnd));
    }

    /**
     * Moves the cursor on, unless another replica did so since it was read.
     *
     * @param from null if there was none
     * @return false if the changes must not be written: they may be older than what is there
     */
    boolean advance(String cycle, Subject subject, @Nullable String from, String to) {
        return sql.update(
                        from == null
                                ? """
                                  insert into mirror_cursor (cycle, subject, cursor) values (:cycle, :subject, :to)
                                  on conflict on constraint pk_mirror_cursor do nothing
                                  """
                                : """
                                  update mirror_cursor set cursor = :to
                                   where cycle = :cycle and subject = :subject and cursor = :from
                                  """,
                        p -> {
                            p.text("cycle", cycle).constant("subject", subject).text("to", to);
                            if (from != null) {
                                p.text("from", from);
                            }
                        })
                == 1;
    }

    /** All that there is to know of these is known. */
    void upToDate(Collection<String> cycles) {
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
                row.text("cycle"), row.instantOrNull("synced_at"), row.textOrNull("failure"));
    }
}
