package org.kongdee.rubric.result;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.kongdee.web.sql.PlainSql;

/** Takes the place of {@link PlainSql} in the tests and counts its statements. */
@Alternative
@Priority(1)
@Singleton
class CountedSql extends PlainSql {

    private final AtomicInteger statements = new AtomicInteger();

    CountedSql(AgroalDataSource dataSource) {
        super(dataSource);
    }

    /** How many there were since the tests began. */
    int statements() {
        return statements.get();
    }

    @Override
    public <T> List<T> rows(String sql, Binding binding, Row<T> row) {
        statements.incrementAndGet();
        return super.rows(sql, binding, row);
    }
}
