package org.kongdee.rubric.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.Plan;
import org.kongdee.rubric.document.PlanEntry;
import org.kongdee.rubric.document.Rubric;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/**
 * The tables {@code unit_plan} and {@code plan_entry}, as other features read them. Every enrolled
 * unit has a row of the first: whoever writes its plan holds it, and its revision is the version of
 * the whole.
 */
@ApplicationScoped
public class Plans {

    private final Sql sql;

    Plans(Sql sql) {
        this.sql = sql;
    }

    /**
     * The version of a whole plan; 0 if nothing was ever planned.
     *
     * @param changedAt when it was last changed; null if it never was
     */
    record Head(
            long revision,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            @Nullable String changedByName) {}

    /** Units that join have a plan in which nothing stands. */
    void begin(String cycle, Collection<String> units) {
        sql.update(
                """
                insert into unit_plan (cycle, unit) select :cycle, unit from unnest(:units) as unit
                on conflict on constraint pk_unit_plan do nothing
                """,
                begun -> begun.text("cycle", cycle).texts("units", units));
    }

    /** What was planned for a draft is there to be followed once the cycle is open. */
    void opened(String cycle) {
        sql.update(
                "update unit_plan set changed_xid = pg_current_xact_id() where cycle = :cycle",
                opened -> opened.text("cycle", cycle));
    }

    Optional<Head> head(String cycle, String unit) {
        return head(cycle, unit, "");
    }

    /** Holds the plan: nobody else changes it until the transaction ends. */
    Optional<Head> hold(String cycle, String unit) {
        return head(cycle, unit, " for update");
    }

    /**
     * Holds all that a unit owes until the transaction ends. Whoever changes milestones of a unit
     * does so first: a plan, what people say, and evidence then never meet half-way.
     */
    public void lock(String cycle, String unit) {
        Optional<Head> unused = hold(cycle, unit);
    }

    private Optional<Head> head(String cycle, String unit, String lock) {
        return sql.row(
                """
                select revision, changed_at, changed_by, changed_by_name from unit_plan
                 where cycle = :cycle and unit = :unit"""
                        + lock,
                wanted -> wanted.text("cycle", cycle).text("unit", unit),
                row ->
                        new Head(
                                row.longNumber("revision"),
                                row.instantOrNull("changed_at"),
                                row.textOrNull("changed_by"),
                                row.textOrNull("changed_by_name")));
    }

    /** The whole has another version. */
    void changed(String cycle, String unit, Stamp stamp) {
        sql.update(
                """
                update unit_plan set revision = revision + 1, changed_at = :at, changed_by = :by, changed_by_name = :byName,
                       changed_xid = pg_current_xact_id()
                 where cycle = :cycle and unit = :unit
                """,
                now ->
                        now.text("cycle", cycle)
                                .text("unit", unit)
                                .instant("at", stamp.at())
                                .text("by", stamp.by())
                                .text("byName", stamp.byName()));
    }

    /** What a unit has planned, in one statement. */
    public Plan of(String cycle, String unit, Rubric rubric) {
        return of(cycle, List.of(unit), rubric).getOrDefault(unit, Plan.EMPTY);
    }

    /** The same of many, in one statement; a unit that has planned nothing is not there. */
    public Map<String, Plan> of(String cycle, Collection<String> units, Rubric rubric) {
        record Entry(String unit, String criterion, PlanEntry entry) {}
        Map<String, Map<String, PlanEntry>> byUnit = new HashMap<>();
        sql.rows(
                        "select unit, criterion, entry from plan_entry where cycle = :cycle and unit = any(:units)",
                        wanted -> wanted.text("cycle", cycle).texts("units", units),
                        row -> new Entry(row.text("unit"), row.text("criterion"), entry(row)))
                .forEach(
                        each ->
                                byUnit.computeIfAbsent(each.unit(), _ -> new HashMap<>())
                                        .put(each.criterion(), each.entry()));
        Map<String, Plan> plans = new HashMap<>();
        byUnit.forEach((unit, entries) -> plans.put(unit, inOrder(rubric, entries)));
        return plans;
    }

    /**
     * A plan in the order of its rubric. What a draft of the rubric has no longer comes last: it is
     * a fault, which is told when the cycle opens.
     */
    static Plan inOrder(Rubric rubric, Map<String, PlanEntry> entries) {
        Map<String, PlanEntry> ordered = new LinkedHashMap<>();
        rubric.criteria()
                .forEach(
                        criterion -> {
                            PlanEntry entry = entries.get(criterion.code());
                            if (entry != null) {
                                ordered.put(criterion.code(), entry);
                            }
                        });
        new TreeMap<>(entries).forEach(ordered::putIfAbsent);
        return new Plan(ordered);
    }

    private static PlanEntry entry(Row row) throws SQLException {
        return row.json("entry", PlanEntry.class);
    }
}
