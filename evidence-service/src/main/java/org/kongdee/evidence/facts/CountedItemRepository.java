package org.kongdee.evidence.facts;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.facts.UnitFacts.Days;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/** Reads what {@link FactsRepository} counts, item by item, in one statement. */
@Singleton
class CountedItemRepository {

    private static final String ITEMS =
            "with waiting as ("
                    + FactsRepository.WAITING_OF_UNIT
                    + """
            ),
            counted as (
                select i.*, i.status = 'ACCEPTED' as accepted,
                       (i.status = 'ACCEPTED' or i.id in (select id from waiting))
                       and i.id not in (select replaces from waiting where replaces is not null) as with_pending
                  from item i join collection c on c.code = i.collection
                 where i.collection = :collection and i.unit = :unit
                   and i.status in ('ACCEPTED', 'PENDING')
                   and i.date between c.period_start and c.period_end)
            select i.slot, i.kind, i.channel, i.section, i.date, i.coverage_from, i.coverage_to, i.fields, i.accepted, i.with_pending
              from counted i join slot s on s.collection = i.collection and s.code = i.slot
             where i.accepted or i.with_pending
             order by s.position, i.date, i.id
            """;

    private final Sql sql;

    CountedItemRepository(Sql sql) {
        this.sql = sql;
    }

    List<CountedItem> of(String collection, String unit) {
        return sql.rows(
                ITEMS,
                items -> items.text("collection", collection).text("unit", unit),
                row ->
                        new CountedItem(
                                row.text("slot"),
                                row.text("kind"),
                                row.textOrNull("channel"),
                                row.textOrNull("section"),
                                row.date("date"),
                                days(row),
                                row.texts("fields"),
                                row.flag("accepted"),
                                row.flag("with_pending")));
    }

    private static @Nullable Days days(Row row) throws SQLException {
        LocalDate from = row.dateOrNull("coverage_from");
        return from == null ? null : new Days(from, row.date("coverage_to"));
    }
}
