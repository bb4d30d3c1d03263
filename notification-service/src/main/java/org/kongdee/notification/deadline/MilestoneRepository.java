package org.kongdee.notification.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.sql.Sql;

/** The mirrored rows of {@code deadline}, which are written in sets. */
@ApplicationScoped
public class MilestoneRepository {

    /**
     * Only what readers of a mail act on makes a new revision, so that links live through a change
     * of what is missing. A due date that moves becomes known anew.
     */
    private static final String PUT =
            """
            insert into deadline as d (deadline, source, unit, cycle, criterion, code, section, each, round, title_en, title_th,
                                       sections, section_titles, persons, recipients, due, status, missing_en, missing_th,
                                       criterion_title, example, open, settled, known_since, chased_until, changed_at, changed_by)
            select id, 'MILESTONE', unit, :cycle, criterion, code, section, each, round, title->>'en', title->>'th',
                   array(select s from unnest(sections) s order by s collate "C"), "sectionTitles", persons, '{}', due, status,
                   array(select text->>'en' from unnest(missing) with ordinality as m (text, place) order by place),
                   array(select text->>'th' from unnest(missing) with ordinality as m (text, place) order by place),
                   "criterionTitle", example, open, settled, :today, :periodEnd, :now,
                   'rubric-service'
              from jsonb_to_recordset(cast(:milestones as jsonb))
                as told (id text, unit text, criterion text, code text, section text, each text, round integer, due date,
                         sections text[], "sectionTitles" jsonb, persons text[], status text, title jsonb,
                         "criterionTitle" jsonb, missing jsonb[], example jsonb, open text[], settled jsonb)
            on conflict on constraint pk_deadline do update
               set unit = excluded.unit, round = excluded.round, title_en = excluded.title_en, title_th = excluded.title_th,
                   sections = excluded.sections, section_titles = excluded.section_titles, persons = excluded.persons,
                   due = excluded.due, status = excluded.status, missing_en = excluded.missing_en,
                   missing_th = excluded.missing_th, criterion_title = excluded.criterion_title, example = excluded.example,
                   open = excluded.open, settled = excluded.settled, chased_until = excluded.chased_until,
                   known_since = case when d.due is distinct from excluded.due then excluded.known_since else d.known_since end,
                   revision = d.revision + case when (d.due, d.title_en, d.title_th, d.sections, d.status = 'CANCELLED')
                                  is distinct from (excluded.due, excluded.title_en, excluded.title_th, excluded.sections,
                                                    excluded.status = 'CANCELLED') then 1 else 0 end,
                   changed_at = excluded.changed_at
             where (d.due, d.status, d.title_en, d.title_th, d.sections, d.section_titles, d.persons, d.missing_en, d.missing_th,
                    d.criterion_title, d.example, d.open, d.settled, d.round, d.chased_until)
                   is distinct from (excluded.due, excluded.status, excluded.title_en, excluded.title_th, excluded.sections,
                                     excluded.section_titles, excluded.persons, excluded.missing_en, excluded.missing_th,
                                     excluded.criterion_title, excluded.example, excluded.open, excluded.settled,
                                     excluded.round, excluded.chased_until)
            """;

    private final Sql sql;
    private final Clock clock;

    MilestoneRepository(Sql sql, @SystemTime Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Keeps what rubric-service told, of each milestone once.
     *
     * @param periodEnd until when they are chased
     */
    public void put(
            String cycle, LocalDate periodEnd, Collection<Milestone> milestones, LocalDate today) {
        sql.update(
                PUT,
                p ->
                        p.text("cycle", cycle)
                                .date("today", today)
                                .date("periodEnd", periodEnd)
                                .instant("now", clock.instant())
                                .json("milestones", milestones));
    }

    /**
     * What rubric-service knew as done and now calls open was undone there: it is open here too.
     */
    public int reopenUndone(Collection<Milestone> milestones) {
        List<String> open =
                milestones.stream()
                        .filter(m -> m.status() == DeadlineStatus.PLANNED)
                        .map(Milestone::id)
                        .toList();
        return sql.update(
                """
                delete from completion c using deadline d
                 where c.deadline = d.deadline and d.status = 'DONE' and d.deadline = any(:open)
                """,
                p -> p.texts("open", open));
    }

    /** A cycle that closed asks for nothing any more. */
    public void close(String cycle) {
        sql.update(
                """
                update deadline set status = 'CANCELLED', revision = revision + 1
                 where cycle = :cycle and source = 'MILESTONE' and status = 'PLANNED'
                """,
                p -> p.text("cycle", cycle));
    }
}
