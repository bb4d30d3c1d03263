package org.kongdee.notification.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kongdee.notification.notice.RubricNotice.EvidenceKind;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/** The table {@code rubric_notice}, a row for each notice of an open cycle. */
@ApplicationScoped
public class RubricNoticeRepository {

    private static final String PUT =
            """
            insert into rubric_notice as n (cycle, notice, unit, kind, item, version, title, criterion, criterion_title, evidence_kind,
                                       section, filed_by, filed_by_name, filed_at, note, rejected_at, ended, changed_at, kept_at, told_at)
            select :cycle, id, unit, kind, item, version, title, criterion, "criterionTitle", "evidenceKind", section, "filedBy",
                   "filedByName", "filedAt", note, "rejectedAt", ended, "changedAt", :now,
                   case when ended or "rejectedAt" < :old then cast(:now as timestamptz) end
              from jsonb_to_recordset(cast(:notices as jsonb))
                as told (id text, unit text, kind text, item text, version integer, title text, criterion text,
                         "criterionTitle" jsonb, "evidenceKind" jsonb, section text, "filedBy" text, "filedByName" text,
                         "filedAt" timestamptz, note text, "rejectedAt" timestamptz, ended boolean, "changedAt" timestamptz)
            on conflict on constraint pk_rubric_notice do update
               set title = excluded.title, criterion_title = excluded.criterion_title, evidence_kind = excluded.evidence_kind,
                   section = excluded.section, filed_by_name = excluded.filed_by_name, note = excluded.note,
                   rejected_at = excluded.rejected_at, ended = excluded.ended, changed_at = excluded.changed_at,
                   kept_at = case when n.rejected_at = excluded.rejected_at then n.kept_at else excluded.kept_at end,
                   told_at = case when n.rejected_at = excluded.rejected_at then coalesce(n.told_at, excluded.told_at)
                                  else excluded.told_at end
            """;

    /** What was rejected longer ago, when it first comes here, is no news. */
    private static final Duration NEWS = Duration.ofDays(2);

    private final Sql sql;
    private final Clock clock;
    private final Clock real;

    RubricNoticeRepository(Sql sql, Clock clock, @SystemTime Clock real) {
        this.sql = sql;
        this.clock = clock;
        this.real = real;
    }

    /** Keeps what was told, of each notice once. One that has ended is nothing to be told of. */
    public void put(String cycle, Collection<RubricNotice> notices) {
        sql.update(
                PUT,
                p ->
                        p.text("cycle", cycle)
                                .json("notices", notices)
                                .instant("now", real.instant())
                                .instant("old", clock.instant().minus(NEWS)));
    }

    /**
     * Holds what nobody was told of, if some of it came before {@code ripe}: that, and what came
     * later.
     */
    public List<RubricNotice.Untold> untold(Instant ripe, int limit) {
        return sql.rows(
                """
                select * from rubric_notice
                 where told_at is null and exists (select from rubric_notice where told_at is null and kept_at <= :ripe)
                 order by kept_at, cycle, notice limit :limit for update skip locked
                """,
                p -> p.instant("ripe", ripe).number("limit", limit),
                row ->
                        new RubricNotice.Untold(
                                row.text("cycle"), notice(row), row.instant("kept_at")));
    }

    public void told(Collection<RubricNotice.Untold> notices) {
        sql.update(
                """
                update rubric_notice n set told_at = :now
                  from unnest(:cycles, :notices) as t (cycle, notice)
                 where n.cycle = t.cycle and n.notice = t.notice
                """,
                p ->
                        p.instant("now", real.instant())
                                .texts("cycles", notices, RubricNotice.Untold::cycle)
                                .texts("notices", notices, one -> one.notice().id()));
    }

    public Optional<RubricNotice> find(String cycle, String id) {
        return sql.row(
                "select * from rubric_notice where cycle = :cycle and notice = :id",
                p -> p.text("cycle", cycle).text("id", id),
                RubricNoticeRepository::notice);
    }

    public void remove(String cycle) {
        sql.update("delete from rubric_notice where cycle = :cycle", p -> p.text("cycle", cycle));
    }

    private static RubricNotice notice(Row row) throws SQLException {
        return new RubricNotice(
                row.text("notice"),
                row.text("unit"),
                row.text("kind"),
                row.text("item"),
                row.number("version"),
                row.text("title"),
                row.text("criterion"),
                row.json("criterion_title", LocalizedText.class),
                row.json("evidence_kind", EvidenceKind.class),
                row.textOrNull("section"),
                row.text("filed_by"),
                row.textOrNull("filed_by_name"),
                row.instant("filed_at"),
                row.textOrNull("note"),
                row.instant("rejected_at"),
                row.flag("ended"),
                row.instant("changed_at"));
    }
}
