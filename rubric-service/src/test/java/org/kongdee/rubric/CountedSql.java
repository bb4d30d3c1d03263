package org.kongdee.rubric;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.SessionFactory;
import org.kongdee.web.sql.Json;
import org.kongdee.web.sql.Sql;

/** Takes the place of {@link Sql} in the tests and counts its statements, and Hibernate's. */
@Alternative
@Priority(1)
@Singleton
public class CountedSql extends Sql {

    private final AtomicLong statements = new AtomicLong();
    private final SessionFactory hibernate;

    CountedSql(AgroalDataSource dataSource, Json json, SessionFactory hibernate) {
        super(dataSource, json);
        this.hibernate = hibernate;
    }

    /** How many there were since the tests began. */
    public long statements() {
        return statements.get() + hibernate.getStatistics().getPrepareStatementCount();
    }

    @Override
    protected <T> T run(String sql, Binding binding, Execution<T> execution) {
        statements.incrementAndGet();
        return super.run(sql, binding, execution);
    }
}
