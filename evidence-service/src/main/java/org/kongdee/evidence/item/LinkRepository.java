package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.kongdee.evidence.item.ItemLinks.Due;
import org.kongdee.web.sql.Sql;

/** Which links of items are to be looked at. */
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
}
