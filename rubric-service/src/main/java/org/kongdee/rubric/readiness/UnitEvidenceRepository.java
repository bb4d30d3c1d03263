package org.kongdee.rubric.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.kongdee.rubric.evidence.CountedItem;
import org.kongdee.web.sql.Json;

/** The table {@code unit_evidence}. */
@ApplicationScoped
class UnitEvidenceRepository {

    private final Jdbi jdbi;
    private final Json json;

    UnitEvidenceRepository(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * Begins with no evidence for units that have no row yet, in one statement.
     *
     * @param ceilingsByUnit in the rubric's order, separated by commas
     */
    void begin(String cycle, Map<String, String> ceilingsByUnit, Instant at) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(
                                        """
                                        insert into unit_evidence (cycle, unit, items, ceilings, changed_at)
                                        select :cycle, unit, '[]', string_to_array(ceilings, ','), :at
                                          from unnest(:units, :ceilings) as w (unit, ceilings)
                                        on conflict on constraint pk_unit_evidence do nothing
                                        """)
                                .bind("cycle", cycle)
                                .bindArray("units", String.class, ceilingsByUnit.keySet().toArray())
                                .bindArray(
                                        "ceilings", String.class, ceilingsByUnit.values().toArray())
                                .bind("at", at)
                                .execute());
    }

    /**
     * Puts what was told in the place of what was there, if it differs. Results of the unit are
     * outdated with it, since they show what is claimed without evidence.
     *
     * @return whether it differs
     */
    boolean replace(
            String cycle, String unit, List<CountedItem> items, String ceilings, Instant at) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        with changed as (
                                            insert into unit_evidence as e (cycle, unit, items, ceilings, changed_at)
                                            select a.cycle, a.unit, cast(:items as jsonb), string_to_array(:ceilings, ','), :at
                                              from assessment a where a.cycle = :cycle and a.unit = :unit
                                            on conflict on constraint pk_unit_evidence do update
                                               set items = excluded.items, ceilings = excluded.ceilings,
                                                   changed_at = excluded.changed_at, changed_xid = excluded.changed_xid
                                             where e.items is distinct from excluded.items
                                            returning unit),
                                        outdated as (
                                            update stage_total t set revision = t.revision + 1
                                              from changed c where t.cycle = :cycle and t.unit = c.unit)
                                        select exists (select from changed)
                                        """)
                                .bind("cycle", cycle)
                                .bind("unit", unit)
                                .bind("items", json.write(items))
                                .bind("ceilings", ceilings)
                                .bind("at", at)
                                .mapTo(Boolean.class)
                                .one());
    }
}
