package org.kongdee.evidence.facts;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.facts.UnitFacts.Days;
import org.kongdee.evidence.item.ItemStatus;
import org.kongdee.web.sql.Row;
import org.kongdee.web.sql.Sql;

/**
 * Reads what {@link FactsRepository} counts, item by item with its files, in one statement; and
 * beside it what stands but counts on no day: what is dated outside the period, and what was
 * rejected.
 */
@Singleton
class UnitItemRepository {

    private static final String ITEMS =
            "with waiting as ("
                    + FactsRepository.WAITING_OF_UNIT
                    + """
            ),
            standing as (
                select i.*, i.date between c.period_start and c.period_end as inside, i.id in (select id from waiting) as waits
                  from item i join collection c on c.code = i.collection
                 where i.collection = :collection and i.unit = :unit and i.purged_at is null
                   and i.status in ('PENDING', 'ACCEPTED', 'REJECTED'))
            select i.id, i.version, i.slot, i.kind, i.channel, i.section, i.date, i.coverage_from, i.coverage_to, i.fields,
                   i.title, i.link, i.uploaded_at, i.uploaded_by, i.uploaded_by_name,
                   i.status, i.review_note, i.reviewed_at,
                   i.inside and i.status = 'ACCEPTED' as accepted,
                   i.inside and (i.waits or i.status = 'ACCEPTED' and coalesce(i.first_version, i.id) not in (select first from waiting))
                       as with_pending,
                   (select coalesce(json_agg(json_build_object('name', f.name, 'sha256', f.sha256) order by f.number), '[]')
                      from file f where f.item = i.id) as files
              from standing i join slot s on s.collection = i.collection and s.code = i.slot
             where i.waits or i.status <> 'PENDING'
             order by s.position, i.date, i.id
            """;

    private final Sql sql;

    UnitItemRepository(Sql sql) {
        this.sql = sql;
    }

    /** Hands over the items one by one. */
    void each(String collection, String unit, Consumer<UnitItem> each) {
        sql.each(
                ITEMS,
                items -> items.text("collection", collection).text("unit", unit),
                UnitItemRepository::item,
                each);
    }

    private static UnitItem item(Row row) throws SQLException {
        return new UnitItem(
                row.id("id"),
                row.number("version"),
                row.text("slot"),
                row.text("kind"),
                row.textOrNull("channel"),
                row.textOrNull("section"),
                row.date("date"),
                days(row),
                row.texts("fields"),
                row.text("title"),
                row.textOrNull("link"),
                row.jsons("files", UnitItem.File.class),
                row.instant("uploaded_at"),
                row.text("uploaded_by"),
                row.textOrNull("uploaded_by_name"),
                row.constant("status", ItemStatus.class),
                row.textOrNull("review_note"),
                row.instantOrNull("reviewed_at"),
                row.flag("accepted"),
                row.flag("with_pending"));
    }

    private static @Nullable Days days(Row row) throws SQLException {
        LocalDate from = row.dateOrNull("coverage_from");
        return from == null ? null : new Days(from, row.date("coverage_to"));
    }
}
