package org.kongdee.rubric.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.kongdee.rubric.evidence.CountedItem;
import org.kongdee.rubric.facts.Period;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.readiness.Snapshot.Standing;
import org.kongdee.web.sql.Json;

/** Reads what readiness is made of. */
@ApplicationScoped
class ReadinessRepository {

    private final Jdbi jdbi;
    private final Json json;

    ReadinessRepository(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** A due date that is still to be met. */
    record Due(String code, LocalDate date, List<String> sections) {}

    /**
     * One statement.
     *
     * @return empty if the unit is not enrolled
     */
    Optional<Snapshot> find(String cycle, String unit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select c.rubric, c.version, c.period_start, c.period_end, f.facts_as_of, e.items,
                                               array(select jsonb_array_elements(a.sections) ->> 'code') as sections,
                                               (select jsonb_object_agg(s.criterion, jsonb_build_object(
                                                           'claim', s.claim, 'note', s.note, 'revision', s.revision))
                                                  from score s
                                                 where s.cycle = a.cycle and s.unit = a.unit and s.stage = 'SELF') as standing
                                          from assessment a
                                          join cycle c on c.cycle = a.cycle
                                          left join evidence_feed f on f.cycle = a.cycle
                                          left join unit_evidence e on e.cycle = a.cycle and e.unit = a.unit
                                         where a.cycle = :cycle and a.unit = :unit
                                        """)
                                .bind("cycle", cycle)
                                .bind("unit", unit)
                                .map((row, _) -> snapshot(row))
                                .findOne());
    }

    /**
     * The first due date of each criterion of a unit that is neither met nor done, by criterion.
     */
    Map<String, Due> nextDue(String cycle, String unit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select distinct on (criterion) criterion, code, due, sections
                                          from milestone where cycle = :cycle and unit = :unit and status = 'PLANNED'
                                         order by criterion, due, position
                                        """)
                                .bind("cycle", cycle)
                                .bind("unit", unit)
                                .reduceRows(
                                        new TreeMap<>(),
                                        (dues, row) -> {
                                            dues.put(
                                                    row.getColumn("criterion", String.class),
                                                    new Due(
                                                            row.getColumn("code", String.class),
                                                            row.getColumn("due", LocalDate.class),
                                                            List.of(
                                                                    row.getColumn(
                                                                            "sections",
                                                                            String[].class))));
                                            return dues;
                                        }));
    }

    private Snapshot snapshot(ResultSet row) throws SQLException {
        var period =
                new Period(
                        row.getObject("period_start", LocalDate.class),
                        row.getObject("period_end", LocalDate.class));
        Timestamp factsAsOf = row.getTimestamp("facts_as_of");
        String items = row.getString("items");
        String standing = row.getString("standing");
        return new Snapshot(
                row.getString("rubric"),
                row.getString("version"),
                factsAsOf == null ? null : factsAsOf.toInstant(),
                new UnitEvidence(
                        items == null ? List.of() : json.list(items, CountedItem.class),
                        new Scope(period, Set.of((String[]) row.getArray("sections").getArray()))),
                standing == null ? Map.of() : json.read(standing, Standings.class));
    }

    /** Names the type for the JSON reader. */
    private static final class Standings extends TreeMap<String, Standing> {
        private static final long serialVersionUID = 1;
    }
}
