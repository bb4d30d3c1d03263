package org.kongdee.evidence.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.change.ChangeRepository;
import org.kongdee.evidence.collection.CollectionService;
import org.kongdee.evidence.collection.CollectionStatus;
import org.kongdee.evidence.collection.Place;
import org.kongdee.evidence.content.ContentService;
import org.kongdee.evidence.file.FileLimits;
import org.kongdee.evidence.item.HistoryEntry.Action;
import org.kongdee.evidence.item.ItemRepository.NewFile;
import org.kongdee.evidence.link.LinkRules;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.Forbidden;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.requestid.RequestId;
import org.kongdee.web.security.Caller;
import org.kongdee.web.security.Roles;

/** What the officers of a unit do with its items. */
@ApplicationScoped
class ItemService {

    private final ItemRepository repository;
    private final CollectionService collections;
    private final ContentService contents;
    private final ChangeRepository changes;
    private final FileLimits limits;
    private final LinkRules links;
    private final Caller caller;
    private final Clock clock;

    ItemService(
            ItemRepository repository,
            CollectionService collections,
            ContentService contents,
            ChangeRepository changes,
            FileLimits limits,
            LinkRules links,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.collections = collections;
        this.contents = contents;
        this.changes = changes;
        this.limits = limits;
        this.links = links;
        this.caller = caller;
        this.clock = clock;
    }

    /** Files that are kept in the storage for an upload and wait to be named. */
    record Kept(UUID upload, List<NewFile> files) {
        static final Kept NOTHING = new Kept(new UUID(0, 0), List.of());

        int distinct() {
            return (int) files.stream().map(NewFile::sha256).distinct().count();
        }

        List<String> digests() {
            return files.stream().map(file -> file.name() + " " + file.sha256()).toList();
        }
    }

    /** Refuses before any file is received what would be refused afterwards. */
    void checkFiling(String collection, FileEvidence evidence) {
        mustBeOwn(evidence.unit());
        check(collections.place(collection, evidence.unit(), evidence.slot()), evidence);
    }

    @Transactional
    Item file(String collection, FileEvidence evidence, Kept kept) {
        mustBeOwn(evidence.unit());
        return insert(collection, evidence, kept, null);
    }

    /** Refuses before any file is received what would be refused afterwards. */
    @Transactional
    void checkVersion(UUID id, FileEvidence evidence) {
        Item old = own(repository.find(id), id);
        mustKeepUnit(old, evidence);
        old.mustTakeNewVersion();
        check(collections.place(old.collection(), old.unit(), evidence.slot()), evidence);
    }

    /**
     * A changed item: an accepted one goes on counting until the new version is accepted, any other
     * makes way at once.
     */
    @Transactional
    Item version(UUID id, FileEvidence evidence, Kept kept) {
        Item old = own(repository.findForUpdate(id), id);
        mustKeepUnit(old, evidence);
        old.mustTakeNewVersion();
        if (repository.hasPendingVersion(id)) {
            throw new Conflict(
                    "version-pending",
                    "A newer version of this item already waits for review; change or withdraw that one.");
        }
        Item created = insert(old.collection(), evidence, kept, old);
        record(
                old.id(),
                Action.NEW_VERSION,
                Map.of("version", created.version(), "item", created.id()));
        if (old.status() != ItemStatus.ACCEPTED) {
            repository.status(old.id(), ItemStatus.SUPERSEDED);
            record(old.id(), Action.SUPERSEDED, Map.of("by", created.id()));
        }
        changes.touch(old.collection(), old.unit(), List.of(old.slot(), created.slot()));
        return created;
    }

    private Item insert(String collection, FileEvidence evidence, Kept kept, @Nullable Item old) {
        check(collections.placeForFiling(collection, evidence.unit(), evidence.slot()), evidence);
        List<NewFile> files = new ArrayList<>(kept.files());
        for (int i = 0; i < evidence.copyFiles().size(); i++) {
            files.add(copy(evidence, i));
        }
        if (files.isEmpty() && evidence.link() == null) {
            throw RuleBroken.at("evidence-missing", "", "An item needs a file or a link.");
        }
        if (files.size() > limits.maxCount()) {
            throw new TooLarge(
                    "too-many-files", "An item has at most %d files.".formatted(limits.maxCount()));
        }
        mustFitLimits(collection, evidence.unit(), files.stream().mapToLong(NewFile::size).sum());
        UUID id = UUID.randomUUID();
        repository.insert(
                id,
                collection,
                evidence,
                files,
                old == null ? 1 : old.version() + 1,
                old == null ? null : old.id(),
                caller.subject(),
                clock.instant(),
                RequestId.current());
        if (!kept.files().isEmpty()) {
            contents.named(kept.upload(), kept.distinct());
        }
        changes.touch(collection, evidence.unit(), List.of(evidence.slot()));
        return get(id);
    }

    private NewFile copy(FileEvidence evidence, int index) {
        return repository
                .fileForCopy(evidence.unit(), evidence.copyFiles().get(index))
                .orElseThrow(
                        () ->
                                RuleBroken.at(
                                        "unknown-file",
                                        "/copyFiles/%d".formatted(index),
                                        "The unit has no such file, or it was purged."));
    }

    private void mustFitLimits(String collection, String unit, long size) {
        if (size > limits.maxItem().asLongValue()) {
            throw new TooLarge(
                    "item-too-large",
                    "An item with all its files has at most %,d bytes."
                            .formatted(limits.maxItem().asLongValue()));
        }
        if (size > 0
                && !repository.addStoredBytes(
                        collection, unit, size, limits.maxUnit().asLongValue())) {
            throw new TooLarge(
                    "unit-too-large",
                    "A unit keeps at most %,d bytes in a collection."
                            .formatted(limits.maxUnit().asLongValue()));
        }
    }

    private void check(Place place, FileEvidence evidence) {
        mustBeOpen(place.collection(), place.status());
        List<FieldError> errors = Fit.errors(evidence, place, links);
        if (!errors.isEmpty()) {
            throw new RuleBroken(
                    "evidence-does-not-fit",
                    "The evidence has no place in this collection.",
                    errors);
        }
    }

    @Transactional
    Item correct(UUID id, CorrectEvidence correction, @Nullable IfMatch ifMatch) {
        Item item = own(repository.findForUpdate(id), id);
        mustStayOpen(item.collection());
        IfMatch.require(ifMatch, item.etag());
        item.mustBeCorrectable();
        String title = correction.title() == null ? item.title() : correction.title();
        String description =
                correction.description() == null ? item.description() : correction.description();
        Map<String, Object> changed = new LinkedHashMap<>();
        noteChange(changed, "title", item.title(), title);
        noteChange(changed, "description", item.description(), description);
        if (changed.isEmpty()) {
            return item;
        }
        repository.correct(item, title, description);
        record(id, Action.CORRECTED, changed);
        return get(id);
    }

    private static void noteChange(
            Map<String, Object> changed, String field, String from, String to) {
        if (!from.equals(to)) {
            changed.put(field, Map.of("from", from, "to", to));
        }
    }

    @Transactional
    void withdraw(UUID id, @Nullable IfMatch ifMatch) {
        Item item = own(repository.findForUpdate(id), id);
        mustStayOpen(item.collection());
        IfMatch.require(ifMatch, item.etag());
        item.mustBeWithdrawable();
        repository.status(id, ItemStatus.WITHDRAWN);
        record(id, Action.WITHDRAWN, Map.of());
        changes.touch(item.collection(), item.unit(), Set.of(item.slot()));
    }

    private Item get(UUID id) {
        return repository.find(id).orElseThrow(() -> unknown(id));
    }

    private Item own(Optional<Item> found, UUID id) {
        Item item = found.orElseThrow(() -> unknown(id));
        if (caller.seesOwnUnitOnly() && !caller.isOf(item.unit())) {
            throw unknown(id);
        }
        mustBeOwn(item.unit());
        return item;
    }

    private void mustBeOwn(String unit) {
        if (!caller.is(Roles.OFFICER) || !caller.isOf(unit)) {
            throw new Forbidden("Officers file and change the evidence of their own unit only.");
        }
    }

    private static void mustKeepUnit(Item old, FileEvidence evidence) {
        if (!old.unit().equals(evidence.unit())) {
            throw RuleBroken.at(
                    "evidence-does-not-fit", "/unit", "A new version stays with its unit.");
        }
    }

    private void mustStayOpen(String collection) {
        mustBeOpen(collection, collections.getForFiling(collection).status());
    }

    private static void mustBeOpen(String collection, CollectionStatus status) {
        if (status == CollectionStatus.CLOSED) {
            throw new Conflict(
                    "collection-closed", "The collection '%s' is closed.".formatted(collection));
        }
    }

    static NotFound unknown(UUID id) {
        return NotFound.of("evidence", id.toString());
    }

    private void record(UUID item, Action action, Map<String, ?> detail) {
        Instant now = clock.instant();
        repository.history(item, now, caller.subject(), action, detail, RequestId.current());
    }
}
