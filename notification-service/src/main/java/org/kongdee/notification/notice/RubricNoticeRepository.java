package org.kongdee.notification.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import org.kongdee.notification.notice.RubricNotice.EvidenceKind;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/** The table {@code rubric_notice}, a row for each notice of an open cycle. */
@ApplicationScoped
public class RubricNoticeRepository {

    private static final String PUT =
            """
            insert into rubric_notice (cycle, notice, unit, kind, item, version, title, criterion, criterion_title, evidence_kind,
                                       section, filed_by, filed_by_name, filed_at, note, rejected_at, ended, changed_at)
            select :cycle, id, unit, kind, item, version, title, criterion, "criterionTitle", "evidenceKind", section, "filedBy",
                   "filedByName", "filedAt", note, "rejectedAt", ended, "changedAt"
              from jsonb_to_recordset(cast(:notices as jsonb))
                as told (id text, unit text, kind text, item text, version integer, title text, criterion text,
                         "criterionTitle" jsonb, "evidenceKind" jsonb, section text, "filedBy" text, "filedByName" text,
                         "filedAt" timestamptz, note text, "rejectedAt" timestamptz, ended boolean, "changedAt" timestamptz)
            on conflict on constraint pk_rubric_notice do update
               set title = excluded.title, criterion_title = excluded.criterion_title, evidence_kind = excluded.evidence_kind,
                   section = excluded.section, filed_by_name = excluded.filed_by_name, note = excluded.note,
                   rejected_at = excluded.rejected_at, ended = excluded.ended, changed_at = excluded.changed_at
            """;

    private final Sql sql;

    RubricNoticeRepository(Sql sql) {
        this.sql = sql;
    }

    /** Keeps what was told, of each notice once. */
    public void put(String cycle, Collection<RubricNotice> notices) {
        sql.update(PUT, p -> p.text("cycle", cycle).json("notices", notices));
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
