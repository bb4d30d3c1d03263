package org.kongdee.notification.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.sql.Sql;

/** The mirrored rows of {@code deadline}, which are written in sets. */
@ApplicationScoped
public class MilestoneRepository {

    /**
     * Only what readers of a mail act on makes a new sequence, so that links live through a change
     * of what is missing. A due date that moves becomes known anew, unless nobody asks for it.
     */
    private static final String PUT =
            """
            insert into deadline as d (deadline, source, unit, cycle, criterion, code, section, each, round, title_en, title_th,
                                       sections, section_titles, persons, due, status, missing, criterion_title, criterion_label, example,
                                       open, settled, known_since, chased_until, changed_at, changed_by)
            select id, 'MILESTONE', unit, :cycle, criterion, code, section, each, round, title->>'en', title->>'th',
                   array(select s from unnest(sections) s order by s collate "C"), "sectionTitles", persons, due, status, missing,
                   "criterionTitle", "criterionLabel", example, open, settled, :today, :periodEnd, :now, 'rubric-service'
              from jsonb_to_recordset(cast(:milestones as jsonb))
                as told (id text, unit text, criterion text, code text, section text, each text, round integer, due date,
                         sections text[], "sectionTitles" jsonb, persons text[], status text, title jsonb,
                         "criterionTitle" jsonb, "criterionLabel" text, missing jsonb, example jsonb, open text[], settled jsonb)
            on conflict on constraint pk_deadline do update
               set unit = excluded.unit, round = excluded.round, title_en = excluded.title_en, title_th = excluded.title_th,
                   sections = excluded.sections, section_titles = excluded.section_titles, persons = excluded.persons,
                   due = excluded.due, status = excluded.status, missing = excluded.missing,
                   criterion_title = excluded.criterion_title, criterion_label = excluded.criterion_label, example = excluded.example, open = excluded.open,
                   settled = excluded.settled, chased_until = excluded.chased_until,
                   known_since = case when d.due = excluded.due then d.known_since else excluded.known_since end,
                   moved_from = case when d.due = excluded.due or d.status <> 'PLANNED' then d.moved_from else d.due end,
                   moved_on = case when d.due = excluded.due or d.status <> 'PLANNED' then d.moved_on
                                   else excluded.known_since end,
                   sequence = d.sequence + case when (d.due, d.title_en, d.title_th, d.sections, d.status = 'CANCELLED')
                                  is distinct from (excluded.due, excluded.title_en, excluded.title_th, excluded.sections,
                                                    excluded.status = 'CANCELLED') then 1 else 0 end,
                   revision = d.revision + 1, changed_at = excluded.changed_at
             where (d.due, d.status, d.title_en, d.title_th, d.sections, d.section_titles, d.persons, d.missing,
                    d.criterion_title, d.criterion_label, d.example, d.open, d.settled, d.round, d.chased_until)
                   is distinct from (excluded.due, excluded.status, excluded.title_en, excluded.title_th, excluded.sections,
                                     excluded.section_titles, excluded.persons, excluded.missing, excluded.criterion_title,
                                     excluded.criterion_label, excluded.example, excluded.open, excluded.settled, excluded.round,
                                     excluded.chased_until)
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

    /** A cycle that closed asks for nothing any more. */
    public void close(String cycle) {
        sql.update(
                """
                update deadline set status = 'CANCELLED', sequence = sequence + 1, revision = revision + 1
                 where cycle = :cycle and source = 'MILESTONE' and status = 'PLANNED'
                """,
                p -> p.text("cycle", cycle));
    }
}
