package org.kongdee.rubric.milestone;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.milestone.Milestone.Key;
import org.kongdee.rubric.milestone.MilestoneView.Status;
import org.kongdee.web.entity.KeptRepository;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/** The table {@code milestone}: read and changed by Hibernate, planned by SQL. */
@ApplicationScoped
class MilestoneRepository implements KeptRepository<Milestone, Key> {

    private static final Sort ORDER = Sort.by("due", "id.unit", "position");

    private final Sql sql;

    MilestoneRepository(Sql sql) {
        this.sql = sql;
    }

    /** Which milestones are asked for; null for any. */
    record Filter(
            @Nullable String unit,
            @Nullable String section,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo,
            @Nullable Status status) {}

    /** A milestone that is to be made. */
    record New(
            String unit,
            String criterion,
            String code,
            int position,
            @Nullable Integer round,
            LocalDate due,
            List<String> sections,
            LocalizedText title,
            List<LocalizedText> missing) {}

    /** By due date, then unit. */
    PanacheQuery<Milestone> matching(String cycle, Filter filter) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        given("id.cycle = :cycle", "cycle", cycle, conditions, parameters);
        given("id.unit = :unit", "unit", filter.unit(), conditions, parameters);
        given(
                "(array_position(sections, :section) > 0 or array_position(sections, 'ALL') > 0)",
                "section",
                filter.section(),
                conditions,
                parameters);
        given("due >= :dueFrom", "dueFrom", filter.dueFrom(), conditions, parameters);
        given("due <= :dueTo", "dueTo", filter.dueTo(), conditions, parameters);
        given("status = :status", "status", filter.status(), conditions, parameters);
        return find(String.join(" and ", conditions), ORDER, parameters);
    }

    private static void given(
            String condition,
            String name,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    List<Milestone> of(String cycle, String unit) {
        return list("id.cycle = ?1 and id.unit = ?2", ORDER, cycle, unit);
    }

    void plan(String cycle, List<New> milestones, Stamp stamp) {
        sql.update(
                """
                insert into milestone (cycle, unit, criterion, code, position, round, due, planned, sections, title_en,
                       title_th, missing, met, status, revision, changed_at, changed_by, changed_by_name)
                select :cycle, unit, criterion, code, position, round, due, due, string_to_array(sections, ','),
                       title_en, title_th, cast(missing as jsonb), false, 'PLANNED', 1, :at, :by, :byName
                  from unnest(:units, :criteria, :codes, :positions, :rounds, :dues, :sections, :titlesEn, :titlesTh,
                              :missing)
                       as w (unit, criterion, code, position, round, due, sections, title_en, title_th, missing)
                on conflict on constraint pk_milestone do nothing
                """,
                planned ->
                        planned.text("cycle", cycle)
                                .texts("units", milestones, New::unit)
                                .texts("criteria", milestones, New::criterion)
                                .texts("codes", milestones, New::code)
                                .integers("positions", milestones, New::position)
                                .integers("rounds", milestones, New::round)
                                .dates("dues", milestones, New::due)
                                .texts("sections", milestones, m -> String.join(",", m.sections()))
                                .texts("titlesEn", milestones, m -> m.title().en())
                                .texts("titlesTh", milestones, m -> m.title().th())
                                .jsons("missing", milestones, New::missing)
                                .instant("at", stamp.at())
                                .text("by", stamp.by())
                                .text("byName", stamp.byName()));
    }
}
