package org.kongdee.evidence.item;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.kongdee.web.sql.Sql;

/** Who filed what an item consists of. */
@Singleton
class FilerRepository {

    private final Sql sql;

    FilerRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * What somebody filed of an item.
     *
     * @param version whether it was the item, or another version of it
     * @param file whether they were the first in the unit to file one of its files: the same bytes,
     *     which others may have copied or uploaded again
     */
    record Share(boolean version, boolean file) {}

    Share of(UUID item, String caller) {
        return sql.one(
                """
                with it as (select id, unit, coalesce(first_version, id) as first_version from item where id = :item)
                select exists (select from item v, it
                                where (v.id = it.first_version or v.first_version = it.first_version)
                                  and v.uploaded_by = :caller) as version,
                       exists (select from it join file f on f.item = it.id
                                where :caller = (select e.uploaded_by from file s join item e on e.id = s.item
                                                  where s.sha256 = f.sha256 and s.unit = it.unit
                                                  order by e.uploaded_at, e.id limit 1)) as file
                """,
                share -> share.id("item", item).text("caller", caller),
                row -> new Share(row.flag("version"), row.flag("file")));
    }
}
