package org.kongdee.rubric.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kongdee.web.sql.Sql;

/** The table {@code unit_evidence}. */
@ApplicationScoped
class UnitEvidenceRepository {

    private final Sql sql;

    UnitEvidenceRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Begins with no evidence for units that have no row yet, in one statement.
     *
     * @param ceilingsByUnit in the rubric's order, separated by commas
     */
    void begin(String cycle, Map<String, String> ceilingsByUnit, Instant at) {
        sql.update(
                """
                insert into unit_evidence (cycle, unit, items, ceilings, changed_at)
                select :cycle, unit, '[]', string_to_array(ceilings, ','), :at
                  from unnest(:units, :ceilings) as w (unit, ceilings)
                on conflict on constraint pk_unit_evidence do nothing
                """,
                begun ->
                        begun.text("cycle", cycle)
                                .texts("units", ceilingsByUnit.keySet())
                                .texts("ceilings", ceilingsByUnit.values())
                                .instant("at", at));
    }

    /** What evidence-service told last; nothing where none is followed. */
    List<CountedItem> items(String cycle, String unit) {
        return sql.row(
                        "select items from unit_evidence where cycle = :cycle and unit = :unit",
                        wanted -> wanted.text("cycle", cycle).text("unit", unit),
                        row -> row.jsons("items", CountedItem.class))
                .orElse(List.of());
    }

    /** Claims are backed otherwise, though the items are the same. */
    void back(String cycle, String unit, String ceilings, Instant at) {
        sql.update(
                """
                update unit_evidence set ceilings = string_to_array(:ceilings, ','), changed_at = :at,
                       changed_xid = pg_current_xact_id()
                 where cycle = :cycle and unit = :unit
                """,
                backed ->
                        backed.text("cycle", cycle)
                                .text("unit", unit)
                                .text("ceilings", ceilings)
                                .instant("at", at));
    }

    /**
     * Puts what was told in the place of what was there, if it differs.
     *
     * @return whether it differs
     */
    boolean replace(
            String cycle, String unit, List<CountedItem> items, String ceilings, Instant at) {
        return sql.update(
                        """
                        insert into unit_evidence as e (cycle, unit, items, ceilings, changed_at)
                        select a.cycle, a.unit, cast(:items as jsonb), string_to_array(:ceilings, ','), :at
                          from assessment a where a.cycle = :cycle and a.unit = :unit
                        on conflict on constraint pk_unit_evidence do update
                           set items = excluded.items, ceilings = excluded.ceilings,
                               changed_at = excluded.changed_at, changed_xid = excluded.changed_xid
                         where e.items is distinct from excluded.items
                        """,
                        told ->
                                told.text("cycle", cycle)
                                        .text("unit", unit)
                                        .json("items", items)
                                        .text("ceilings", ceilings)
                                        .instant("at", at))
                == 1;
    }
}
