package org.kongdee.evidence.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.change.ChangeRepository;
import org.kongdee.evidence.collection.CollectionService;
import org.kongdee.evidence.collection.CollectionStatus;
import org.kongdee.evidence.item.HistoryEntry.Action;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Forbidden;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.problem.TooMany;
import org.kongdee.web.security.Caller;
import org.kongdee.web.security.Roles;
import org.kongdee.web.text.Message;

/** What the officers of a unit do with its items. */
@ApplicationScoped
public class ItemService {

    private final ItemRepository repository;
    private final NewItemRepository newItems;
    private final FileRepository files;
    private final LinkRepository links;
    private final HistoryRepository history;
    private final CollectionService collections;
    private final ChangeRepository changes;
    private final Caller caller;
    private final Clock clock;

    ItemService(
            ItemRepository repository,
            NewItemRepository newItems,
            FileRepository files,
            LinkRepository links,
            HistoryRepository history,
            CollectionService collections,
            ChangeRepository changes,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.newItems = newItems;
        this.files = files;
        this.links = links;
        this.history = history;
        this.collections = collections;
        this.changes = changes;
        this.caller = caller;
        this.clock = clock;
    }

    /** The item that a new version of {@code unit} would replace; refused where it can't. */
    public ItemView replaceable(UUID id, String unit) {
        return replaceable(own(repository.findWhole(id), id), unit).view(clock.instant());
    }

    /** The same for doing so in the transaction under way, until whose end it stays as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public ItemView lockReplaceable(UUID id, String unit) {
        Item old = replaceable(own(repository.findLocked(id), id), unit);
        mustHaveNoneWaiting(repository.others(old, ItemStatus.PENDING));
        return old.view(clock.instant());
    }

    /** Of all versions of an item at most one waits. */
    static void mustHaveNoneWaiting(List<Item> waiting) {
        if (!waiting.isEmpty()) {
            throw new Conflict(
                    "version-pending",
                    Message.of(
                            "A newer version of this item waits for review; that one is reviewed, changed or withdrawn first."));
        }
    }

    private static Item replaceable(Item old, String unit) {
        if (!old.unit().equals(unit)) {
            throw RuleBroken.at(
                    "evidence-does-not-fit",
                    "/unit",
                    Message.of("A new version stays with its unit, '%s'.", old.unit()));
        }
        old.mustBeChangeable();
        return old;
    }

    /**
     * A file of the unit that is to be copied; no purge takes it away until the transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<NewFile> forCopy(String unit, CopyFile copy) {
        return files.forCopy(unit, copy);
    }

    /**
     * Files an item. What it replaces makes way at once, unless that is accepted; so does any other
     * version of it that was rejected.
     *
     * @param mostLinks how many links a caller may file in an hour
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ItemView file(NewItem item, int mostLinks) {
        Stamp stamp = stamp();
        var touched = new TreeSet<>(List.of(item.says().slot()));
        if (item.replaces() != null) {
            touched.addAll(replace(item.replaces(), item, stamp));
        }
        ItemView filed =
                newItems.insert(item, mostLinks, stamp)
                        .orElseThrow(() -> tooManyLinks(stamp.by(), mostLinks));
        changes.touch(item.collection(), item.says().unit(), touched);
        return filed;
    }

    private TooMany tooManyLinks(String caller, int most) {
        return new TooMany(
                Message.of("A caller files at most %,d links an hour.", most),
                links.untilRoom(caller, most));
    }

    /**
     * Before it is filed: the database lets no two versions of an item wait.
     *
     * @return the slots of what is replaced
     */
    private List<String> replace(UUID id, NewItem by, Stamp stamp) {
        Item old = repository.findByIdOptional(id).orElseThrow(() -> unknown(id));
        history.add(id, stamp, Action.NEW_VERSION, HistoryDetail.newVersion(by.id(), by.version()));
        List<Item> outdone = new ArrayList<>(repository.others(old, ItemStatus.REJECTED));
        if (old.status() != ItemStatus.ACCEPTED) {
            outdone.add(old);
        }
        for (Item version : outdone) {
            version.supersede(stamp);
            history.add(version.id(), stamp, Action.SUPERSEDED, HistoryDetail.of(by.id()));
        }
        repository.write();
        return Stream.concat(Stream.of(old), outdone.stream()).map(Item::slot).toList();
    }

    @Transactional
    ItemView correct(UUID id, CorrectEvidence correction, @Nullable IfMatch ifMatch) {
        Item item = own(repository.findLocked(id), id);
        mustStayOpen(item.collection());
        Stamp stamp = stamp();
        IfMatch.require(ifMatch, item.etag(stamp.at()));
        HistoryDetail different =
                item.correct(
                        correction.title() == null ? item.title() : correction.title(),
                        correction.description() == null
                                ? item.description()
                                : correction.description(),
                        stamp);
        if (!different.equals(HistoryDetail.NONE)) {
            history.add(id, stamp, Action.CORRECTED, different);
            // Whoever mirrors the item keeps its title.
            changes.touch(item.collection(), item.unit(), List.of(item.slot()));
            repository.write();
        }
        return item.view(stamp.at());
    }

    @Transactional
    void withdraw(UUID id, @Nullable IfMatch ifMatch) {
        Item item = own(repository.findLocked(id), id);
        mustStayOpen(item.collection());
        Stamp stamp = stamp();
        IfMatch.require(ifMatch, item.etag(stamp.at()));
        item.withdraw(stamp);
        history.add(id, stamp, Action.WITHDRAWN, HistoryDetail.NONE);
        changes.touch(item.collection(), item.unit(), List.of(item.slot()));
    }

    private Item own(Optional<Item> found, UUID id) {
        Item item = found.orElseThrow(() -> unknown(id));
        if (!caller.sees(item.unit())) {
            throw unknown(id);
        }
        mustBeOwn(item.unit());
        return item;
    }

    public void mustBeOwn(String unit) {
        if (!caller.is(Roles.OFFICER) || !caller.isOf(unit)) {
            throw new Forbidden(
                    Message.of("Officers file and change the evidence of their own unit only."));
        }
    }

    private void mustStayOpen(String collection) {
        mustBeOpen(collection, collections.heldStatus(collection));
    }

    public static void mustBeOpen(String collection, CollectionStatus status) {
        if (status == CollectionStatus.CLOSED) {
            throw new Conflict(
                    "collection-closed", Message.of("The collection '%s' is closed.", collection));
        }
    }

    static NotFound unknown(UUID id) {
        return NotFound.of("evidence", id.toString());
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), caller.subject(), caller.name());
    }
}
