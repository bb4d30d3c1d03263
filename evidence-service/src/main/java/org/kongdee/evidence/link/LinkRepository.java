package org.kongdee.evidence.link;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The link columns of items. */
@Singleton
class LinkRepository {

    private final Jdbi jdbi;

    LinkRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A link that nobody has looked at for long. */
    record Due(UUID item, String link, LinkStatus status) {}

    /** Takes the links whose turn it is; as looked at, so that no other replica takes them too. */
    List<Due> claim(Duration every, int limit) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        update item set link_checked_at = now()
                                         where id in (select id from item
                                                       where link is not null and status in ('PENDING', 'ACCEPTED')
                                                         and (link_checked_at is null
                                                              or link_checked_at < now() - cast(:every as interval))
                                                       order by link_checked_at nulls first limit :limit for update skip locked)
                                        returning id, link, link_status
                                        """)
                                .bind("every", every.toString())
                                .bind("limit", limit)
                                .map(
                                        (row, context) ->
                                                new Due(
                                                        row.getObject("id", UUID.class),
                                                        row.getString("link"),
                                                        LinkStatus.valueOf(
                                                                row.getString("link_status"))))
                                .list());
    }

    /** Writes what was found, and a step in the item's history where that is news. */
    void found(Due due, LinkFinding finding, Instant at) {
        jdbi.useHandle(
                handle -> {
                    int there =
                            handle.createUpdate(
                                            """
                                            update item set link_status = :status, link_location = :location, link_note = :note,
                                                   link_checked_at = now(), revision = revision + 1
                                             where id = :id and link = :link
                                            """)
                                    .bind("id", due.item())
                                    .bind("link", due.link())
                                    .bind("status", finding.status().name())
                                    .bind("location", finding.location())
                                    .bind("note", finding.note())
                                    .execute();
                    if (there == 1 && finding.status() != due.status()) {
                        handle.createUpdate(
                                        """
                                        insert into item_history (item, at, actor, action, detail, request_id)
                                        values (:id, :at, 'evidence-service', 'LINK_CHANGED',
                                                jsonb_build_object('from', cast(:from as text), 'to', cast(:to as text), 'note', cast(:note as text)), '')
                                        """)
                                .bind("id", due.item())
                                .bind("at", at)
                                .bind("from", due.status().name())
                                .bind("to", finding.status().name())
                                .bind("note", finding.note())
                                .execute();
                    }
                });
    }
}
