package org.kongdee.web.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * Jdbi over the container's data source. Inside {@code @Transactional} every handle uses the
 * transaction's connection, so Jdbi's own transactions are never opened.
 */
@Singleton
class JdbiProducer {

    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource dataSource) {
        return Jdbi.create(dataSource)
                .registerArrayType(BigDecimal.class, "numeric")
                .registerArrayType(LocalDate.class, "date");
    }
}
