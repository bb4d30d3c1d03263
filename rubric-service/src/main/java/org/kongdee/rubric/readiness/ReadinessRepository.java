package org.kongdee.rubric.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;
import org.kongdee.rubric.evidence.CountedItem;
import org.kongdee.rubric.evidence.UnitEvidence;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.readiness.Snapshot.Standing;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/** Reads what readiness is made of. */
@ApplicationScoped
class ReadinessRepository {

    private final Sql sql;

    ReadinessRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * One statement.
     *
     * @return empty if the unit is not enrolled
     */
    Optional<Snapshot> find(String cycle, String unit) {
        return sql.row(
                """
                select c.rubric, c.version, a.unit_group, c.period_start, c.period_end, c.time_zone,
                       coalesce(e.items, '[]') as items,
                       case when d.unit is not null then d.facts_as_of
                            when x.cycle is not null then x.facts_as_of
                            else f.facts_as_of end as facts_as_of,
                       a.sections,
                       coalesce((select jsonb_object_agg(s.criterion, jsonb_build_object(
                                            'claim', s.claim, 'note', s.note, 'revision', s.revision))
                                   from score s
                                  where s.cycle = a.cycle and s.unit = a.unit and s.stage = 'SELF'), '{}') as standing
                  from assessment a
                  join cycle c on c.cycle = a.cycle
                  left join evidence_feed f on c.evidence is not null
                  left join evidence_due d on d.cycle = a.cycle and d.unit = a.unit
                  left join evidence_closed x on x.cycle = a.cycle
                  left join unit_evidence e on e.cycle = a.cycle and e.unit = a.unit
                 where a.cycle = :cycle and a.unit = :unit
                """,
                wanted -> wanted.text("cycle", cycle).text("unit", unit),
                ReadinessRepository::snapshot);
    }

    private static Snapshot snapshot(Row row) throws SQLException {
        var period = new Period(row.date("period_start"), row.date("period_end"));
        return new Snapshot(
                row.text("rubric"),
                row.text("version"),
                row.textOrNull("unit_group"),
                ZoneId.of(row.text("time_zone")),
                row.instantOrNull("facts_as_of"),
                new UnitEvidence(
                        row.jsons("items", CountedItem.class),
                        Section.scope(row.jsons("sections", Section.class), period)),
                row.json("standing", Standings.class));
    }

    /** Names the type for the JSON reader. */
    private static final class Standings extends TreeMap<String, Standing> {
        private static final long serialVersionUID = 1;
    }
}
