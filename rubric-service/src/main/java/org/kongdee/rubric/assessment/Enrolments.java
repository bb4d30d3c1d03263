package org.kongdee.rubric.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Tells other features which units take part in a cycle, and with which sections. */
@ApplicationScoped
public class Enrolments {

    private final Jdbi jdbi;

    Enrolments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The codes of the sections of each of these units in the cycle, in order; of all its units if
     * none are named.
     */
    public Map<String, List<String>> sections(String cycle, Collection<String> units) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        select unit, array(select jsonb_array_elements(sections) ->> 'code') as codes
                                          from assessment
                                         where cycle = :cycle and (cardinality(cast(:units as text[])) = 0 or unit = any(:units))
                                         order by unit
                                        """)
                                .bind("cycle", cycle)
                                .bindArray("units", String.class, units.toArray())
                                .reduceRows(
                                        new LinkedHashMap<>(),
                                        (sections, row) -> {
                                            sections.put(
                                                    row.getColumn("unit", String.class),
                                                    List.of(
                                                            row.getColumn(
                                                                    "codes", String[].class)));
                                            return sections;
                                        }));
    }
}
