package org.kongdee.notification.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kongdee.notification.standing.Standing.OfSection;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;
import org.kongdee.web.text.LocalizedText;

/** The table {@code standing}, a row for each unit of an open cycle. */
@ApplicationScoped
public class StandingRepository {

    private static final String PUT =
            """
            insert into standing (cycle, unit, title, waiting, unassigned, backed, claimed, max, sections, changed_at)
            select :cycle, unit, title, waiting, unassigned, backed, claimed, max, sections, "changedAt"
              from jsonb_to_recordset(cast(:standings as jsonb))
                as told (unit text, title jsonb, waiting integer, unassigned integer, backed numeric, claimed numeric, max numeric, sections jsonb,
                         "changedAt" timestamptz)
            on conflict on constraint pk_standing do update
               set title = excluded.title, waiting = excluded.waiting, unassigned = excluded.unassigned, backed = excluded.backed, claimed = excluded.claimed,
                   max = excluded.max, sections = excluded.sections, changed_at = excluded.changed_at
            """;

    private final Sql sql;

    StandingRepository(Sql sql) {
        this.sql = sql;
    }

    /** Keeps what was told, of each unit once. */
    public void put(String cycle, Collection<Standing> standings) {
        sql.update(PUT, p -> p.text("cycle", cycle).json("standings", standings));
    }

    public Optional<Standing> find(String cycle, String unit) {
        return sql.row(
                "select * from standing where cycle = :cycle and unit = :unit",
                p -> p.text("cycle", cycle).text("unit", unit),
                StandingRepository::standing);
    }

    /** A standing, and in which cycle. */
    public record InCycle(String cycle, Standing standing) {}

    /** Where these units stand in all open cycles, by unit and cycle. */
    public List<InCycle> of(Collection<String> units) {
        return sql.rows(
                "select * from standing where unit = any(:units) order by unit, cycle",
                p -> p.texts("units", units),
                row -> new InCycle(row.text("cycle"), standing(row)));
    }

    public void remove(String cycle) {
        sql.update("delete from standing where cycle = :cycle", p -> p.text("cycle", cycle));
    }

    private static Standing standing(Row row) throws SQLException {
        return new Standing(
                row.text("unit"),
                row.json("title", LocalizedText.class),
                row.number("waiting"),
                row.number("unassigned"),
                row.decimal("backed"),
                row.decimal("claimed"),
                row.decimal("max"),
                List.of(row.json("sections", OfSection[].class)),
                row.instant("changed_at"));
    }
}
