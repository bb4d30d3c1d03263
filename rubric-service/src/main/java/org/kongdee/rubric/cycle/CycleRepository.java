package org.kongdee.rubric.cycle;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import org.kongdee.web.entity.KeptRepository;

/** The table {@code cycle}. */
@ApplicationScoped
class CycleRepository implements KeptRepository<Cycle, String> {

    /** In the order of their keys. */
    PanacheQuery<Cycle> inOrder() {
        return findAll(Sort.by("cycle"));
    }

    /** Moves with every change of any cycle. */
    String version() {
        return getEntityManager()
                .createQuery(
                        "select count(*) || '-' || coalesce(sum(revision), 0) from Cycle",
                        String.class)
                .getSingleResult();
    }
}
