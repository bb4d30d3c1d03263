package org.kongdee.rubric.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.assessment.UnitCursor;
import org.kongdee.rubric.evidence.CountedItem;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/** Reads what standings are made of. Nothing is kept for them. */
@ApplicationScoped
class StandingRepository {

    private final Sql sql;

    StandingRepository(Sql sql) {
        this.sql = sql;
    }

    /** A unit that was touched, and where to go on from. */
    record Touched(UnitStanding standing, UnitCursor cursor) {}

    /**
     * The units whose self-scores, evidence or plan changed after the cursor, each once and as it
     * is now, the oldest change first. A change is shown once every transaction that began before
     * its own has ended, so that no reader passes one that commits late.
     *
     * @param only the one unit the caller may see; null for all
     */
    List<Touched> after(String cycle, @Nullable String only, UnitCursor after, int most) {
        return sql.rows(
                """
                with touched as (
                    select unit, max(xid) as xid, max(at) as at
                      from (select unit, changed_xid as xid, changed_at as at from score_history
                             where cycle = :cycle and (changed_xid, unit) > (cast(:xid as xid8), :after) and stage = 'SELF'
                            union all
                            select unit, changed_xid, changed_at from unit_evidence
                             where cycle = :cycle and (changed_xid, unit) > (cast(:xid as xid8), :after)
                            union all
                            select unit, changed_xid, changed_at from unit_plan
                             where cycle = :cycle and (changed_xid, unit) > (cast(:xid as xid8), :after)) t
                     where xid < pg_snapshot_xmin(pg_current_snapshot()) and (:unit is null or unit = :unit)
                     group by unit
                     order by max(xid), unit limit :most)
                select t.unit, cast(t.xid as text) as xid, coalesce(t.at, now.enrolled_at) as changed_at, now.*
                  from touched t
                 cross join lateral (
                    select u.title_en, u.title_th, a.sections, a.unit_group, a.enrolled_at, s.leaves, coalesce(e.items, '[]') as items,
                           coalesce((select jsonb_object_agg(p.criterion, p.entry -> 'owners')
                                       from plan_entry p where p.cycle = a.cycle and p.unit = a.unit), '{}') as owners
                      from assessment a
                      join unit u on u.unit = a.unit
                      join stage_total s on s.cycle = a.cycle and s.unit = a.unit and s.stage = 'SELF'
                      left join unit_evidence e on e.cycle = a.cycle and e.unit = a.unit
                     where a.cycle = :cycle and a.unit = t.unit
                    -- For the units of the page, and not for all of the cycle.
                    offset 0) now
                 order by t.xid, t.unit
                """,
                wanted ->
                        wanted.text("cycle", cycle)
                                .text("unit", only)
                                .text("xid", Long.toUnsignedString(after.transaction()))
                                .text("after", after.unit())
                                .number("most", most),
                row -> touched(cycle, row));
    }

    private static Touched touched(String cycle, Row row) throws SQLException {
        String unit = row.text("unit");
        return new Touched(
                new UnitStanding(
                        new Enrolment(
                                unit,
                                new LocalizedText(row.text("title_en"), row.text("title_th")),
                                row.jsons("sections", Section.class),
                                row.textOrNull("unit_group")),
                        row.textsOrNulls("leaves"),
                        row.jsons("items", CountedItem.class),
                        row.json("owners", Owners.class),
                        row.instant("changed_at")),
                new UnitCursor(Long.parseUnsignedLong(row.text("xid")), cycle, unit));
    }

    /** Names the type for the JSON reader. */
    private static final class Owners extends TreeMap<String, List<String>> {
        private static final long serialVersionUID = 1;
    }
}
