package org.kongdee.notification.milestone;

import static org.kongdee.notification.sql.Columns.bindTexts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.milestone.RubricRestClient.Milestone;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.sql.Columns;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.text.LocalizedText;

/**
 * The tables {@code mirror} and {@code outcome_outbox}, and the mirrored rows of {@code deadline}.
 */
@ApplicationScoped
class MirrorRepository {

    /**
     * Only what readers of a mail act on makes a new revision, so that links live through a change
     * of what is missing. A due date that moves becomes known anew.
     */
    private static final String UPSERT =
            """
            insert into deadline as d (deadline, source, unit, cycle, criterion, code, round, title_en, title_th, sections, recipients,
                                       due, status, missing_en, missing_th, known_since, chased_until, changed_at, changed_by)
            values (:id, 'MILESTONE', :unit, :cycle, :criterion, :code, :round, :en, :th, :sections, '{}',
                    :due, :status, :missingEn, :missingTh, :today, :periodEnd, :now, 'rubric-service')
            on conflict on constraint pk_deadline do update
               set unit = excluded.unit, round = excluded.round, title_en = excluded.title_en, title_th = excluded.title_th,
                   sections = excluded.sections, due = excluded.due, status = excluded.status,
                   missing_en = excluded.missing_en, missing_th = excluded.missing_th, chased_until = excluded.chased_until,
                   known_since = case when d.due is distinct from excluded.due then excluded.known_since else d.known_since end,
                   revision = d.revision + case when (d.due, d.title_en, d.title_th, d.sections, d.status = 'CANCELLED')
                                  is distinct from (excluded.due, excluded.title_en, excluded.title_th, excluded.sections,
                                                    excluded.status = 'CANCELLED') then 1 else 0 end,
                   changed_at = excluded.changed_at
             where (d.due, d.status, d.title_en, d.title_th, d.sections, d.missing_en, d.missing_th, d.round, d.chased_until)
                   is distinct from (excluded.due, excluded.status, excluded.title_en, excluded.title_th, excluded.sections,
                                     excluded.missing_en, excluded.missing_th, excluded.round, excluded.chased_until)
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    MirrorRepository(Jdbi jdbi, @SystemTime Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    Optional<Mirror> find(String cycle) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select * from mirror where cycle = :cycle")
                                .bind("cycle", cycle)
                                .map((row, _) -> mirror(row))
                                .findOne());
    }

    List<Mirror> list() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select * from mirror order by cycle")
                                .map((row, _) -> mirror(row))
                                .list());
    }

    /**
     * Moves the cursor on, unless another replica did so since it was read.
     *
     * @return false if the changes must not be written: they may be older than what is there
     */
    boolean advance(String cycle, @Nullable String from, @Nullable String to, LocalDate periodEnd) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(
                                                """
                                                insert into mirror as m (cycle, cursor, period_end, synced_at)
                                                values (:cycle, :to, :periodEnd, :now)
                                                on conflict on constraint pk_mirror do update
                                                   set cursor = excluded.cursor, period_end = excluded.period_end,
                                                       synced_at = excluded.synced_at, failed_at = null, failure = null
                                                 where m.cursor is not distinct from cast(:from as text)
                                                """)
                                        .bind("cycle", cycle)
                                        .bind("from", from)
                                        .bind("to", to)
                                        .bind("periodEnd", periodEnd)
                                        .bind("now", Columns.utc(clock.instant()))
                                        .execute()
                                == 1);
    }

    /**
     * What rubric-service knew as done and now calls open was undone there: it is open here too.
     */
    int reopenUndone(Collection<Milestone> milestones) {
        List<String> open =
                milestones.stream()
                        .filter(m -> m.status() == DeadlineStatus.PLANNED)
                        .map(Milestone::id)
                        .toList();
        return jdbi.withHandle(
                handle ->
                        bindTexts(
                                        handle.createUpdate(
                                                """
                                                delete from completion c using deadline d
                                                 where c.deadline = d.deadline and d.status = 'DONE' and d.deadline = any(:open)
                                                """),
                                        "open",
                                        open)
                                .execute());
    }

    void put(String cycle, LocalDate periodEnd, Collection<Milestone> milestones, LocalDate today) {
        jdbi.useHandle(
                handle -> {
                    PreparedBatch batch = handle.prepareBatch(UPSERT);
                    for (Milestone m : milestones) {
                        List<LocalizedText> missing = m.missing() == null ? List.of() : m.missing();
                        bindTexts(batch, "sections", m.sections().stream().sorted().toList());
                        bindTexts(
                                batch,
                                "missingEn",
                                missing.stream().map(LocalizedText::en).toList());
                        bindTexts(
                                batch,
                                "missingTh",
                                missing.stream().map(LocalizedText::th).toList());
                        batch.bind("id", m.id())
                                .bind("unit", m.unit())
                                .bind("cycle", cycle)
                                .bind("criterion", m.criterion())
                                .bind("code", m.code())
                                .bind("round", m.round())
                                .bind("en", m.title().en())
                                .bind("th", m.title().th())
                                .bind("due", m.due())
                                .bind("status", m.status().name())
                                .bind("today", today)
                                .bind("periodEnd", periodEnd)
                                .bind("now", Columns.utc(clock.instant()))
                                .add();
                    }
                    batch.execute();
                });
    }

    /** A cycle that closed asks for nothing any more. */
    void close(String cycle) {
        jdbi.useHandle(
                handle -> {
                    handle.execute(
                            """
                            update deadline set status = 'CANCELLED', revision = revision + 1
                             where cycle = ? and source = 'MILESTONE' and status = 'PLANNED'
                            """,
                            cycle);
                    handle.execute("delete from mirror where cycle = ?", cycle);
                });
    }

    void failed(String failure) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "update mirror set failed_at = ?, failure = ?",
                                Columns.utc(clock.instant()),
                                failure));
    }

    /** Takes outcomes to be told; if the teller dies, they are taken again after a minute. */
    List<Outcome> takeOutcomes(int limit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        update outcome_outbox o
                                           set next_at = now() + interval '1 minute', attempts = attempts + 1
                                          from deadline d
                                         where d.deadline = o.deadline
                                           and o.deadline in (select deadline from outcome_outbox where next_at <= now()
                                                               order by said_at limit :limit for update skip locked)
                                        returning o.deadline, d.cycle, d.unit, d.criterion, d.code, o.done, o.reason, o.said_at
                                        """)
                                .bind("limit", limit)
                                .map(
                                        (row, _) ->
                                                new Outcome(
                                                        row.getString("deadline"),
                                                        row.getString("cycle"),
                                                        row.getString("unit"),
                                                        row.getString("criterion"),
                                                        row.getString("code"),
                                                        row.getBoolean("done"),
                                                        row.getString("reason"),
                                                        Columns.instant(row, "said_at")))
                                .list());
    }

    /** Removes what was told, unless something else has been said meanwhile. */
    void told(Outcome outcome) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                "delete from outcome_outbox where deadline = ? and said_at = ?",
                                outcome.deadline(),
                                Columns.utc(outcome.saidAt())));
    }

    void notTold(Outcome outcome, String failure) {
        jdbi.useHandle(
                handle ->
                        handle.execute(
                                """
                                update outcome_outbox
                                   set failure = ?, next_at = now() + least(interval '1 hour', interval '10 seconds' * power(2, least(attempts, 12)))
                                 where deadline = ? and said_at = ?
                                """,
                                failure,
                                outcome.deadline(),
                                Columns.utc(outcome.saidAt())));
    }

    long untold() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("select count(*) from outcome_outbox")
                                .mapTo(Long.class)
                                .one());
    }

    private static Mirror mirror(ResultSet row) throws SQLException {
        return new Mirror(
                row.getString("cycle"),
                row.getString("cursor"),
                Columns.date(row, "period_end"),
                Columns.instantOrNull(row, "synced_at"),
                row.getString("failure"));
    }
}
