package org.kongdee.evidence.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.kongdee.evidence.collection.CollectionService;
import org.kongdee.evidence.item.ItemRepository.UnitFile;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.security.Caller;

/** Finds items, and shows only what the caller may see. */
@ApplicationScoped
public class ItemSearch {

    private final ItemRepository repository;
    private final CollectionService collections;
    private final Caller caller;

    ItemSearch(ItemRepository repository, CollectionService collections, Caller caller) {
        this.repository = repository;
        this.collections = collections;
        this.caller = caller;
    }

    /** An item of another unit looks to an officer as if it were not there. */
    public Item visible(UUID id) {
        Item item = repository.find(id).orElseThrow(() -> ItemService.unknown(id));
        mustSee(item.unit(), id);
        return item;
    }

    /** The same of one file of an item, by its number. */
    UnitFile visibleFile(UUID id, int number) {
        UnitFile file = repository.file(id, number).orElseThrow(() -> ItemService.unknown(id));
        mustSee(file.unit(), id);
        return file;
    }

    private void mustSee(String unit, UUID id) {
        if (caller.seesOwnUnitOnly() && !caller.isOf(unit)) {
            throw ItemService.unknown(id);
        }
    }

    @Transactional
    List<HistoryEntry> history(UUID id) {
        return repository.history(visible(id).id());
    }

    /** Asked before a list begins, which is too late to say so. */
    void mustExist(String collection) {
        collections.mustExist(collection);
    }

    @Transactional
    Page<Item> page(ItemFilter filter, Paging paging) {
        return Page.of(repository.list(filter, paging), paging, repository.count(filter));
    }

    @Transactional
    void each(ItemFilter filter, Consumer<Item> each) {
        repository.each(filter, each);
    }

    /** All accepted items of a unit, by slot in rubric order, then by date. */
    public List<Item> accepted(String collection, String unit) {
        return repository.accepted(collection, unit);
    }
}
