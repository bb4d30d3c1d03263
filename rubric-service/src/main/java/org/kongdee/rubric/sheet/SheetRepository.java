package org.kongdee.rubric.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.evidence.CountedItem;
import org.kongdee.rubric.evidence.UnitEvidence;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/** Reads what sheets are made of. */
@ApplicationScoped
class SheetRepository {

    private final Sql sql;

    SheetRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * One statement. The tag has the version of each thing that is shown; that of milestones is the
     * sum of all their versions, which only grows. When a day begins on which more evidence counts,
     * the tag changes at once, and again when that is counted.
     *
     * @return empty if the unit is not enrolled
     */
    Optional<StoredSheet> find(String cycle, String unit, Instant now) {
        return sql.row(
                """
                select c.rubric, c.version, c.period_start, c.period_end, c.time_zone, a.unit, u.title_en, u.title_th, a.sections,
                       a.unit_group, s.leaves,
                       coalesce(e.items, '[]') as items,
                       coalesce((select jsonb_object_agg(p.criterion, p.entry)
                                   from plan_entry p where p.cycle = a.cycle and p.unit = a.unit), '{}') as plan,
                       concat_ws('-', left(v.hash, 16), u.revision, a.revision, s.revision, w.revision,
                                 coalesce(e.changed_xid, '0'), case when e.counted_until <= :now then 'later' end,
                                 (select coalesce(sum(m.revision), 0)
                                    from milestone m where m.cycle = a.cycle and m.unit = a.unit)) as tag
                  from assessment a
                  join cycle c on c.cycle = a.cycle
                  join rubric_version v on v.rubric = c.rubric and v.version = c.version
                  join unit u on u.unit = a.unit
                  join stage_total s on s.cycle = a.cycle and s.unit = a.unit and s.stage = 'SELF'
                  join unit_plan w on w.cycle = a.cycle and w.unit = a.unit
                  left join unit_evidence e on e.cycle = a.cycle and e.unit = a.unit
                 where a.cycle = :cycle and a.unit = :unit
                """,
                wanted -> wanted.text("cycle", cycle).text("unit", unit).instant("now", now),
                row -> sheet(row, now));
    }

    private static StoredSheet sheet(Row row, Instant now) throws SQLException {
        var unit =
                new Enrolment(
                        row.text("unit"),
                        new LocalizedText(row.text("title_en"), row.text("title_th")),
                        row.jsons("sections", Section.class),
                        row.textOrNull("unit_group"));
        var period = new Period(row.date("period_start"), row.date("period_end"));
        return new StoredSheet(
                ETags.of(row.text("tag")),
                row.text("rubric"),
                row.text("version"),
                unit,
                row.textsOrNulls("leaves"),
                new UnitEvidence(row.jsons("items", CountedItem.class), unit.scope(period)),
                LocalDate.ofInstant(now, ZoneId.of(row.text("time_zone"))),
                row.json("plan", Entries.class));
    }

    /** Names the type for the JSON reader. */
    private static final class Entries extends TreeMap<String, PlanEntry> {
        private static final long serialVersionUID = 1;
    }
}
