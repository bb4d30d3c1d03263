package org.kongdee.rubric.unit;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.entity.KeptRepository;

/** The table {@code unit}. */
@ApplicationScoped
class UnitRepository implements KeptRepository<Unit, String> {

    private static final Sort ORDER = Sort.by("unit");

    /**
     * In the order of their keys.
     *
     * @param only the one unit the caller may see, or null for all
     */
    PanacheQuery<Unit> inOrder(@Nullable String only) {
        return only == null ? findAll(ORDER) : find("unit", ORDER, only);
    }

    /** The units of these keys that exist, by key. */
    Map<String, Unit> findAll(Collection<String> units) {
        return list("unit in ?1", units).stream().collect(toMap(Unit::unit, unit -> unit));
    }

    /**
     * Keeps every other writer of units away until the transaction ends; for writing many at once.
     */
    void lockAll() {
        getEntityManager().createNativeQuery("lock table unit in exclusive mode").executeUpdate();
    }
}
