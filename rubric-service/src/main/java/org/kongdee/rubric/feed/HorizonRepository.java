package org.kongdee.rubric.feed;

import jakarta.inject.Singleton;
import org.kongdee.web.sql.Sql;

/** Reads the table {@code feed_epoch}, and asks the database what it is doing. */
@Singleton
public class HorizonRepository {

    private final Sql sql;

    HorizonRepository(Sql sql) {
        this.sql = sql;
    }

    public Horizon now() {
        return sql.one(
                "select epoch, cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as xid from feed_epoch",
                _ -> {},
                row -> new Horizon(row.number("epoch"), Long.parseUnsignedLong(row.text("xid"))));
    }
}
