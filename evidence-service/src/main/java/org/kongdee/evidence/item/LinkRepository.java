package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.kongdee.evidence.item.ItemLinks.Due;
import org.kongdee.web.sql.Sql;

/** Which links of items are to be looked at, and when a caller may file another. */
@Singleton
class LinkRepository {

    private final Sql sql;

    LinkRepository(Sql sql) {
        this.sql = sql;
    }

    List<Due> claim(Duration every, int limit) {
        return sql.rows(
                """
                update item set link_checked_at = now()
                 where id in (select id from item
                               where link is not null and status in ('PENDING', 'ACCEPTED')
                                 and (link_checked_at is null
                                      or link_checked_at < now() - cast(:every as interval))
                               order by link_checked_at nulls first limit :limit for update skip locked)
                returning id, link
                """,
                due -> due.text("every", every.toString()).number("limit", limit),
                row -> new Due(row.id("id"), row.text("link")));
    }

    /** How long it is until a caller who filed {@code most} links in the last hour may go on. */
    Duration untilRoom(String caller, int most) {
        return sql.row(
                        """
                        select cast(ceil(extract(epoch from t + interval '1 hour' - now())) as integer) as seconds
                          from link_allowance, unnest(taken) t
                         where caller = :caller order by t desc offset :most - 1 limit 1
                        """,
                        room -> room.text("caller", caller).number("most", most),
                        row -> Duration.ofSeconds(row.number("seconds")))
                .orElse(Duration.ZERO);
    }
}
