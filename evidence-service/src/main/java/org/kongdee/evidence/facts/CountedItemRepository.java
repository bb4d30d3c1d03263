package org.kongdee.evidence.facts;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.facts.UnitFacts.Days;

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

    private final Jdbi jdbi;

    CountedItemRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<CountedItem> of(String collection, String unit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(ITEMS)
                                .bind("collection", collection)
                                .bind("unit", unit)
                                .map((row, _) -> item(row))
                                .list());
    }

    private static CountedItem item(ResultSet row) throws SQLException {
        return new CountedItem(
                row.getString("slot"),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("section"),
                row.getObject("date", LocalDate.class),
                days(row),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getBoolean("accepted"),
                row.getBoolean("with_pending"));
    }

    private static @Nullable Days days(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("coverage_from", LocalDate.class);
        return from == null ? null : new Days(from, row.getObject("coverage_to", LocalDate.class));
    }
}
