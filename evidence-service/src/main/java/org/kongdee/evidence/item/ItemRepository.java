package org.kongdee.evidence.item;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kongdee.web.entity.KeptRepository;

/** The tables {@code item} and {@code file}: items as they are read and changed one by one. */
@ApplicationScoped
class ItemRepository implements KeptRepository<Item, UUID> {

    private static final String WITH_FILES =
            "from Item i left join fetch i.files f left join fetch f.content where ";

    private static final String NEWEST_FIRST = " order by i.uploadedAt desc, i.id";

    /** An item with its files, in one statement. */
    Optional<Item> findWhole(UUID id) {
        return find(WITH_FILES + "i.id = ?1", id).singleResultOptional();
    }

    /**
     * Locks the first version too, and before: so those who change versions of one item come one
     * after the other.
     */
    @Override
    public Optional<Item> findLocked(UUID id) {
        return find(
                        """
                        from Item i where i.id = ?1 or i.id = (select v.firstVersion from Item v where v.id = ?1)
                        order by i.version
                        """,
                        id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    /** The other versions of the item that have this status. */
    List<Item> others(Item item, ItemStatus status) {
        return list(
                "(id = ?1 or firstVersion = ?1) and status = ?2 and id <> ?3 order by version, id",
                item.first(),
                status,
                item.id());
    }

    /** The newest first; their files are read for a page at once. */
    PanacheQuery<Item> search(ItemFilter filter) {
        return find("from Item i where " + filter.conditions() + NEWEST_FIRST, filter.bindings());
    }

    /** The same with their files, for reading them all in one go. */
    PanacheQuery<Item> searchWhole(ItemFilter filter) {
        return find(
                WITH_FILES + filter.conditions() + NEWEST_FIRST + ", f.id.number",
                filter.bindings());
    }

    /** All accepted items of a unit, the oldest evidence first. */
    List<Item> accepted(String collection, String unit) {
        return list(
                WITH_FILES
                        + """
                        i.collection = ?1 and i.unit = ?2 and i.status = ?3
                        order by i.date, i.uploadedAt, i.id, f.id.number
                        """,
                collection,
                unit,
                ItemStatus.ACCEPTED);
    }
}
