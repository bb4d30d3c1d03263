package org.kongdee.evidence;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.kongdee.test.StatementCount;
import org.kongdee.web.sql.Json;
import org.kongdee.web.sql.Sql;

/** Takes the place of {@link Sql} in the tests and has statements counted, Hibernate's too. */
@Alternative
@Priority(1)
@Singleton
public class CountedSql extends Sql {

    CountedSql(AgroalDataSource dataSource, Json json) {
        super(dataSource, json);
    }

    @Override
    protected <T> T run(String sql, Binding binding, Execution<T> execution) {
        StatementCount.sent();
        return super.run(sql, binding, execution);
    }

    @PersistenceUnitExtension
    @Singleton
    static class OfHibernate implements StatementInspector {

        private static final long serialVersionUID = 1;

        @Override
        public String inspect(String sql) {
            StatementCount.sent();
            return sql;
        }
    }
}
