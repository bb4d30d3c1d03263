package org.kongdee.evidence.collection;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.kongdee.web.entity.KeptRepository;

/** The tables {@code collection} and {@code slot}. */
@ApplicationScoped
class CollectionRepository implements KeptRepository<Collection, String> {

    PanacheQuery<Collection> inOrder() {
        return findAll(Sort.by("code"));
    }

    /** All there are, with their slots; they are few. */
    List<Collection> whole() {
        return list("from Collection c left join fetch c.slots order by c.code");
    }

    boolean exists(String code) {
        return count("code", code) == 1;
    }

    /** As it stays until the transaction ends: others may hold it so too, and nobody changes it. */
    Optional<Collection> findHeld(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_READ);
    }
}
