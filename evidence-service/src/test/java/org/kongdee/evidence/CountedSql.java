package org.kongdee.evidence;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.kongdee.web.sql.Json;
import org.kongdee.web.sql.Sql;

/** Takes the place of {@link Sql} in the tests and counts statements, Hibernate's too. */
@Alternative
@Priority(1)
@Singleton
public class CountedSql extends Sql {

    private static final AtomicInteger STATEMENTS = new AtomicInteger();

    CountedSql(AgroalDataSource dataSource, Json json) {
        super(dataSource, json);
    }

    /** How many statements a request sends. */
    public static int statements(Runnable request) {
        int before = STATEMENTS.get();
        request.run();
        return STATEMENTS.get() - before;
    }

    @Override
    protected <T> T run(String sql, Binding binding, Execution<T> execution) {
        STATEMENTS.incrementAndGet();
        return super.run(sql, binding, execution);
    }

    @PersistenceUnitExtension
    @Singleton
    static class OfHibernate implements StatementInspector {

        private static final long serialVersionUID = 1;

        @Override
        public String inspect(String sql) {
            STATEMENTS.incrementAndGet();
            return sql;
        }
    }
}
