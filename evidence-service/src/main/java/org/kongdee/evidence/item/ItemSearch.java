package org.kongdee.evidence.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kongdee.evidence.collection.CollectionService;
import org.kongdee.evidence.item.FileRepository.UnitFile;
import org.kongdee.web.entity.Lists;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.security.Caller;

/** Finds items, and shows only what the caller may see. */
@ApplicationScoped
public class ItemSearch {

    private final ItemRepository repository;
    private final FileRepository files;
    private final HistoryRepository history;
    private final CollectionService collections;
    private final Caller caller;
    private final Clock clock;

    ItemSearch(
            ItemRepository repository,
            FileRepository files,
            HistoryRepository history,
            CollectionService collections,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.files = files;
        this.history = history;
        this.collections = collections;
        this.caller = caller;
        this.clock = clock;
    }

    /** An item of another unit looks to an officer as if it were not there. */
    public ItemView visible(UUID id) {
        ItemView item =
                repository
                        .findWhole(id)
                        .orElseThrow(() -> ItemService.unknown(id))
                        .view(clock.instant());
        mustSee(item.unit(), id);
        return item;
    }

    /** The same of one file of an item, by its number. */
    UnitFile visibleFile(UUID id, int number) {
        UnitFile file = files.find(id, number).orElseThrow(() -> ItemService.unknown(id));
        mustSee(file.unit(), id);
        return file;
    }

    private void mustSee(String unit, UUID id) {
        if (!caller.sees(unit)) {
            throw ItemService.unknown(id);
        }
    }

    List<HistoryEntry> history(UUID id) {
        return history.of(visible(id).id());
    }

    /** Asked before a list begins, which is too late to say so. */
    void mustExist(String collection) {
        collections.mustExist(collection);
    }

    Page<ItemView> page(ItemFilter filter, Paging paging) {
        return Lists.page(repository.search(filter), paging, view());
    }

    @Transactional
    void each(ItemFilter filter, Consumer<ItemView> each) {
        Lists.each(repository.searchWhole(filter), view(), each);
    }

    /** All accepted items of a unit, the oldest evidence first. */
    public List<ItemView> accepted(String collection, String unit) {
        return repository.accepted(collection, unit).stream().map(view()).toList();
    }

    /** Of all as they stand at one time. */
    private Function<Item, ItemView> view() {
        Instant now = clock.instant();
        return item -> item.view(now);
    }
}
