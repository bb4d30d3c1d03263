package org.kongdee.rubric.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.evidence.FeedRepository.Unit;
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

    /**
     * What evidence comes to on a day.
     *
     * @param ceilings in the rubric's order, separated by commas
     * @param until when the day begins on which more of it counts; null if all of it does
     */
    record Counted(String ceilings, @Nullable Instant until) {}

    /** Claims are backed otherwise, though the items are the same. */
    void back(String cycle, String unit, Counted counted, Instant at) {
        sql.update(
                """
                update unit_evidence set ceilings = string_to_array(:ceilings, ','), counted_until = :until, changed_at = :at,
                       changed_xid = pg_current_xact_id()
                 where cycle = :cycle and unit = :unit
                """,
                backed ->
                        backed.text("cycle", cycle)
                                .text("unit", unit)
                                .text("ceilings", counted.ceilings())
                                .instant("until", counted.until())
                                .instant("at", at));
    }

    /** Units of which more counts by now than when they were counted, the first to do so first. */
    List<Unit> outdated(Instant now, int most) {
        return sql.rows(
                """
                select cycle, unit from unit_evidence where counted_until <= :now
                 order by counted_until, cycle, unit limit :most
                """,
                outdated -> outdated.instant("now", now).number("most", most),
                row -> new Unit(row.text("cycle"), row.text("unit")));
    }

    /** Whether that is so of a unit. */
    boolean isOutdated(Unit unit, Instant now) {
        return sql.row(
                        """
                        select from unit_evidence where cycle = :cycle and unit = :unit and counted_until <= :now
                        """,
                        outdated ->
                                outdated.text("cycle", unit.cycle())
                                        .text("unit", unit.unit())
                                        .instant("now", now),
                        _ -> true)
                .isPresent();
    }

    /** A unit that can't be counted holds no other up; it is tried again later. */
    void putOff(Unit unit, Instant until) {
        sql.update(
                "update unit_evidence set counted_until = :until where cycle = :cycle and unit = :unit",
                later ->
                        later.text("cycle", unit.cycle())
                                .text("unit", unit.unit())
                                .instant("until", until));
    }

    /**
     * Puts what was told in the place of what was there, if it differs.
     *
     * @return whether it differs
     */
    boolean replace(
            String cycle, String unit, List<CountedItem> items, Counted counted, Instant at) {
        return sql.update(
                        """
                        insert into unit_evidence as e (cycle, unit, items, ceilings, counted_until, changed_at)
                        select a.cycle, a.unit, cast(:items as jsonb), string_to_array(:ceilings, ','), :until, :at
                          from assessment a where a.cycle = :cycle and a.unit = :unit
                        on conflict on constraint pk_unit_evidence do update
                           set items = excluded.items, ceilings = excluded.ceilings, counted_until = excluded.counted_until,
                               changed_at = excluded.changed_at, changed_xid = excluded.changed_xid
                         where e.items is distinct from excluded.items
                        """,
                        told ->
                                told.text("cycle", cycle)
                                        .text("unit", unit)
                                        .json("items", items)
                                        .text("ceilings", counted.ceilings())
                                        .instant("until", counted.until())
                                        .instant("at", at))
                == 1;
    }
}
