package org.kongdee.rubric.assessment;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** Those of {@code units} that exist, and whether they are enrolled already. */
    Map<String, Boolean> enrolledByUnit(String cycle, Collection<String> units) {
        return sql
                .rows(
                        """
                        select u.unit, a.unit is not null as enrolled
                          from unit u left join assessment a on a.unit = u.unit and a.cycle = :cycle
                         where u.unit = any(:units)
                        """,
                        wanted -> wanted.text("cycle", cycle).texts("units", units),
                        row -> Map.entry(row.text("unit"), row.flag("enrolled")))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Enrols units, with the sections they have now.
     *
     * @return those that were not enrolled before
     */
    List<String> enrol(CycleView cycle, Collection<String> units, Stamp stamp) {
        return sql.rows(
                """
                insert into assessment (cycle, unit, sections, revision, enrolled_at, enrolled_by, evidence)
                select :cycle, unit, sections, 1, :at, :by, :evidence from unit where unit = any(:units)
                on conflict on constraint pk_assessment do nothing
                returning unit
                """,
                enrolled ->
                        enrolled.text("cycle", cycle.cycle())
                                .texts("units", units)
                                .constant(
                                        "evidence",
                                        cycle.evidence() == null ? null : EvidenceState.PENDING)
                                .instant("at", stamp.at())
                                .text("by", stamp.by()),
                row -> row.text("unit"));
    }
}
