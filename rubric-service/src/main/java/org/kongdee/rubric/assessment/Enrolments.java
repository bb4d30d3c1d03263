package org.kongdee.rubric.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import org.kongdee.rubric.cycle.CycleClosed;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.unit.Section;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/** Which units take part in a cycle, for other features; and what befalls many of them at once. */
@ApplicationScoped
public class Enrolments {

    private final Sql sql;
    private final Event<SectionsChanged> sectionsChanged;

    Enrolments(Sql sql, Event<SectionsChanged> sectionsChanged) {
        this.sql = sql;
        this.sectionsChanged = sectionsChanged;
    }

    /** All units of a cycle, in order. */
    public List<Enrolment> of(String cycle) {
        return of(cycle, List.of());
    }

    /** These units of a cycle, in order; all of them if none are named. */
    public List<Enrolment> of(String cycle, Collection<String> units) {
        return sql.rows(
                """
                select a.unit, u.title_en, u.title_th, a.sections, a.unit_group
                  from assessment a join unit u on u.unit = a.unit
                 where a.cycle = :cycle and (cardinality(:units) = 0 or a.unit = any(:units))
                 order by a.unit
                """,
                wanted -> wanted.text("cycle", cycle).texts("units", units),
                row ->
                        new Enrolment(
                                row.text("unit"),
                                new LocalizedText(row.text("title_en"), row.text("title_th")),
                                row.jsons("sections", Section.class),
                                row.textOrNull("unit_group")));
    }

    /**
     * When a cycle opens: evidence-service knows of these units.
     *
     * @return the others, which it has yet to be told of
     */
    public List<String> registered(String cycle, Collection<String> units) {
        return sql.rows(
                """
                with opened as (
                    update assessment set evidence = case when unit = any(:units) then 'REGISTERED' else 'PENDING' end
                     where cycle = :cycle
                    returning unit, evidence)
                select unit from opened where evidence = 'PENDING'
                """,
                known -> known.text("cycle", cycle).texts("units", units),
                row -> row.text("unit"));
    }

    /** Evidence-service has heard of these units, which changes what is shown of them. */
    public void told(String cycle, Collection<String> units) {
        sql.update(
                """
                update assessment set evidence = 'REGISTERED', revision = revision + 1
                 where cycle = :cycle and unit = any(:units)
                """,
                told -> told.text("cycle", cycle).texts("units", units));
    }

    /**
     * A unit has other sections from now on. Its revision moves, so that no score that was computed
     * with the old ones is written.
     */
    public void takeOver(CycleView cycle, Enrolment unit) {
        sql.update(
                """
                update assessment set sections = cast(:sections as jsonb), revision = revision + 1,
                       evidence = case when :followed then 'PENDING' end
                 where cycle = :cycle and unit = :unit
                """,
                changed ->
                        changed.text("cycle", cycle.cycle())
                                .text("unit", unit.unit())
                                .json("sections", unit.sections())
                                .flag("followed", cycle.evidence() != null));
        sectionsChanged.fire(new SectionsChanged(cycle, unit));
    }

    /** A score that was computed while the cycle was open is not written after it has closed. */
    void whenClosed(@Observes CycleClosed closed) {
        sql.update(
                "update assessment set revision = revision + 1 where cycle = :cycle",
                outdated -> outdated.text("cycle", closed.cycle().cycle()));
    }
}
