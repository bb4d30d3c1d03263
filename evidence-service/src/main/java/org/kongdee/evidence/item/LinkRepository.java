package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.kongdee.web.sql.Sql;

/** Which links of items are to be looked at. */
@Singleton
class LinkRepository {

    private final Sql sql;

    LinkRepository(Sql sql) {
        this.sql = sql;
    }

    /** A link that nobody has looked at for long. */
    record Due(UUID item, String link) {}

    /** Takes the links whose turn it is; as looked at, so that no other replica takes them too. */
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
