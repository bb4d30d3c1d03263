package org.kongdee.rubric.assessment;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Assessment.Key;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.cycle.EvidenceState;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.sql.Sql;

/** The table {@code assessment}: one by Hibernate, many at once by SQL. */
@ApplicationScoped
class AssessmentRepository implements PanacheRepositoryBase<Assessment, Key> {

    private final Sql sql;

    AssessmentRepository(Sql sql) {
        this.sql = sql;
    }

    boolean exists(String cycle, String unit) {
        return count("id", new Key(cycle, unit)) > 0;
    }

    /**
     * Whether a unit is enrolled.
     *
     * @param revision of its assessment, which is made with the first one if it is not
     * @param group null if it is not, and where the rubric has no groups
     */
    record There(boolean enrolled, long revision, @Nullable String group) {}

    /** Those of {@code units} that exist, and whether they are enrolled already. */
    Map<String, There> thereByUnit(String cycle, Collection<String> units) {
        return sql
                .rows(
                        """
                        select u.unit, a.unit is not null as enrolled, coalesce(a.revision, 1) as revision, a.unit_group
                          from unit u left join assessment a on a.unit = u.unit and a.cycle = :cycle
                         where u.unit = any(:units)
                        """,
                        wanted -> wanted.text("cycle", cycle).texts("units", units),
                        row ->
                                Map.entry(
                                        row.text("unit"),
                                        new There(
                                                row.flag("enrolled"),
                                                row.longNumber("revision"),
                                                row.textOrNull("unit_group"))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Enrols units, with the sections they have now.
     *
     * @param groups of the units, by their keys
     * @return those that were not enrolled before
     */
    List<String> enrol(CycleView cycle, SortedMap<String, @Nullable String> groups, Stamp stamp) {
        return sql.rows(
                """
                insert into assessment (cycle, unit, unit_group, sections, revision, enrolled_at, enrolled_by, evidence)
                select :cycle, u.unit, w.unit_group, u.sections, 1, :at, :by, :evidence
                  from unnest(:units, :groups) as w (unit, unit_group) join unit u on u.unit = w.unit
                on conflict on constraint pk_assessment do nothing
                returning unit
                """,
                enrolled ->
                        enrolled.text("cycle", cycle.cycle())
                                .texts("units", groups.keySet())
                                .texts("groups", groups.values())
                                .constant(
                                        "evidence",
                                        cycle.evidence() == null ? null : EvidenceState.PENDING)
                                .instant("at", stamp.at())
                                .text("by", stamp.by()),
                row -> row.text("unit"));
    }

    /** A unit is in another group from now on. */
    void move(String cycle, String unit, @Nullable String group) {
        sql.update(
                """
                update assessment set unit_group = :group, revision = revision + 1
                 where cycle = :cycle and unit = :unit
                """,
                moved -> moved.text("group", group).text("cycle", cycle).text("unit", unit));
    }

    /** The first units of a cycle whose group is none of these, with the group that they are in. */
    List<Misplaced> misplaced(String cycle, Collection<String> groups, int most) {
        return sql.rows(
                """
                select unit, unit_group from assessment
                 where cycle = :cycle
                   and (case when unit_group is null then cardinality(:groups) > 0 else unit_group <> all(:groups) end)
                 order by unit limit :most
                """,
                wanted -> wanted.text("cycle", cycle).texts("groups", groups).number("most", most),
                row -> new Misplaced(row.text("unit"), row.textOrNull("unit_group")));
    }

    /** A unit whose group does not fit the rubric. */
    record Misplaced(String unit, @Nullable String group) {}
}
