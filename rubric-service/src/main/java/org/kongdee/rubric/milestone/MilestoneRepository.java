package org.kongdee.rubric.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kongdee.rubric.milestone.Milestone.Key;
import org.kongdee.rubric.scoring.Obligation;
import org.kongdee.rubric.scoring.Obligations;
import org.kongdee.web.entity.KeptRepository;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.sql.Sql;

/**
 * The table {@code milestone}, as those write it who change milestones: made by SQL, then by
 * Hibernate.
 */
@ApplicationScoped
class MilestoneRepository implements KeptRepository<Milestone, Key> {

    private final Sql sql;

    MilestoneRepository(Sql sql) {
        this.sql = sql;
    }

    /** A milestone that is to be made. */
    record New(String unit, int position, Obligation row, Obligations.State state) {

        private String section() {
            return row.section() == null ? "" : row.section();
        }
    }

    /** All of a unit. */
    Map<Key, Milestone> of(String cycle, String unit) {
        return list("id.cycle = ?1 and id.unit = ?2", cycle, unit).stream()
                .collect(Collectors.toMap(Milestone::id, Function.identity()));
    }

    /** Makes milestones, however many, in one statement. */
    void make(String cycle, List<New> milestones, Stamp stamp) {
        sql.update(
                """
                insert into milestone (cycle, unit, criterion, code, section, position, round, due, planned, fixed, sections, persons,
                       title_en, title_th, missing, open, met, cancelled, revision, changed_at, changed_by, changed_by_name)
                select :cycle, unit, criterion, code, section, position, round, due, due, fixed, string_to_array(sections, ','),
                       string_to_array(persons, ','), title_en, title_th, cast(missing as jsonb), string_to_array(open, ','), met,
                       false, 1, :at, :by, :byName
                  from unnest(:units, :criteria, :codes, :owing, :positions, :rounds, :dues, :fixed, :sections, :persons,
                              :titlesEn, :titlesTh, :missing, :open, :met)
                       as w (unit, criterion, code, section, position, round, due, fixed, sections, persons, title_en, title_th,
                             missing, open, met)
                on conflict on constraint pk_milestone do nothing
                """,
                made ->
                        made.text("cycle", cycle)
                                .texts("units", milestones, New::unit)
                                .texts("criteria", milestones, m -> m.row().criterion().code())
                                .texts("codes", milestones, m -> m.row().code())
                                .texts("owing", milestones, New::section)
                                .integers("positions", milestones, New::position)
                                .integers("rounds", milestones, m -> m.row().round())
                                .dates("dues", milestones, m -> m.row().due())
                                .flags("fixed", milestones, m -> m.row().fixed())
                                .texts("sections", milestones, m -> joined(m.row().owners()))
                                .texts("persons", milestones, m -> joined(m.row().persons()))
                                .texts("titlesEn", milestones, m -> m.row().title().filled().en())
                                .texts("titlesTh", milestones, m -> m.row().title().filled().th())
                                .jsons("missing", milestones, m -> m.state().missing())
                                .texts("open", milestones, m -> joined(m.state().open()))
                                .flags("met", milestones, m -> m.state().met())
                                .instant("at", stamp.at())
                                .text("by", stamp.by())
                                .text("byName", stamp.byName()));
    }

    /** Neither codes of sections nor keys of persons have commas. */
    private static String joined(List<String> codes) {
        return String.join(",", codes);
    }
}
