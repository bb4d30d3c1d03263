package org.kongdee.evidence.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kongdee.evidence.change.ChangeRepository;
import org.kongdee.evidence.collection.CollectionService;
import org.kongdee.evidence.collection.PlaceRepository;
import org.kongdee.evidence.collection.ReviewMode;
import org.kongdee.evidence.item.HistoryEntry.Action;
import org.kongdee.evidence.item.ReviewEvidence.Decision;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.problem.Forbidden;
import org.kongdee.web.security.Caller;
import org.kongdee.web.security.Roles;
import org.kongdee.web.text.Message;

/**
 * What others than the uploader decide about items: reviewers whether they count, organisers
 * whether they stay; both, whether a decision is taken back.
 */
@ApplicationScoped
class ReviewService {

    private final ItemRepository repository;
    private final FilerRepository filers;
    private final HistoryRepository history;
    private final CollectionService collections;
    private final PlaceRepository places;
    private final ChangeRepository changes;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    ReviewService(
            ItemRepository repository,
            FilerRepository filers,
            HistoryRepository history,
            CollectionService collections,
            PlaceRepository places,
            ChangeRepository changes,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.filers = filers;
        this.history = history;
        this.collections = collections;
        this.places = places;
        this.changes = changes;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Also when the collection is closed: what came in last must still be judged. */
    @Transactional
    ItemView review(UUID id, ReviewEvidence review) {
        Item item = lock(id);
        if (!caller.sees(item.unit())) {
            throw ItemService.unknown(id);
        }
        // Who only takes a decision back decides nothing: an organiser may, who reviews nothing.
        if (review.decision() != Decision.REOPEN || !caller.is(Roles.ORGANISER)) {
            mustBeReviewer(item.unit(), collections.reviewMode(item.collection()));
            mustNotHaveFiled(id);
        }
        String note = review.note() == null || review.note().isBlank() ? null : review.note();
        Stamp stamp = stamp();
        List<String> touched = new ArrayList<>(List.of(item.slot()));
        switch (review.decision()) {
            case ACCEPT -> {
                item.accept(note, stamp);
                if (item.replaces() != null) {
                    touched.addAll(supersede(item, stamp));
                }
            }
            case REJECT -> item.reject(note, stamp);
            case REOPEN -> {
                item.mustBeDecided();
                ItemService.mustHaveNoneWaiting(repository.others(item, ItemStatus.PENDING));
                item.reopen(note, stamp);
                touched.addAll(restore(item, stamp));
            }
        }
        history.add(id, stamp, action(review.decision()), HistoryDetail.reviewed(note));
        changes.touch(item.collection(), item.unit(), touched);
        repository.write();
        return item.view(stamp.at());
    }

    /** The version that counted makes way, which need not be the one before; if one still does. */
    private List<String> supersede(Item by, Stamp stamp) {
        List<Item> old = repository.others(by, ItemStatus.ACCEPTED);
        for (Item version : old) {
            version.outdo(by, stamp);
            history.add(version.id(), stamp, Action.SUPERSEDED, HistoryDetail.of(by.id()));
        }
        return old.stream().map(Item::slot).toList();
    }

    /** What made way for it counts again. */
    private List<String> restore(Item reopened, Stamp stamp) {
        List<Item> outdone =
                repository.others(reopened, ItemStatus.SUPERSEDED).stream()
                        .filter(version -> version.wasOutdoneBy(reopened))
                        .toList();
        for (Item version : outdone) {
            version.countAgain(stamp);
            history.add(version.id(), stamp, Action.RESTORED, HistoryDetail.of(reopened.id()));
        }
        return outdone.stream().map(Item::slot).toList();
    }

    private static Action action(Decision decision) {
        return switch (decision) {
            case ACCEPT -> Action.ACCEPTED;
            case REJECT -> Action.REJECTED;
            case REOPEN -> Action.REOPENED;
        };
    }

    private void mustBeReviewer(String unit, ReviewMode mode) {
        boolean colleague = caller.is(Roles.OFFICER) && caller.isOf(unit);
        if (mode == ReviewMode.PEER && colleague) {
            return;
        }
        if (!caller.is(Roles.ASSESSOR)) {
            throw new Forbidden(
                    mode == ReviewMode.PEER
                            ? Message.of(
                                    "In this collection officers of the unit and assessors of other units review.")
                            : Message.of("In this collection assessors of other units review."));
        }
        caller.mustNotJudgeOwnUnit(unit);
    }

    /** Whatever the caller's roles and unit are now: an assessor may have been an officer then. */
    private void mustNotHaveFiled(UUID item) {
        FilerRepository.Share share = filers.of(item, caller.subject());
        if (share.version()) {
            throw new Forbidden(
                    Message.of(
                            "Nobody reviews what they filed themselves, in this or another version; another reviewer does."));
        }
        if (share.file()) {
            throw new Forbidden(
                    Message.of(
                            "Nobody reviews a file that they were the first in the unit to file; another reviewer does."));
        }
    }

    /** Leaves the tombstone. The bytes go when this is committed; see {@link ItemResource}. */
    @Transactional
    ItemView purge(UUID id, PurgeEvidence purge) {
        Item item = lock(id);
        Stamp stamp = stamp();
        item.purge(purge.reason(), stamp);
        history.empty(id);
        history.add(id, stamp, Action.PURGED, HistoryDetail.purged(purge.reason()));
        places.release(item.collection(), item.unit(), item.size());
        changes.touch(item.collection(), item.unit(), List.of(item.slot()));
        repository.write();
        ItemView tombstone = item.view(stamp.at());
        idempotency.rewrite(ItemIds.path(id), tombstone, tombstone.etag());
        return tombstone;
    }

    private Item lock(UUID id) {
        return repository.findLocked(id).orElseThrow(() -> ItemService.unknown(id));
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), caller.subject(), caller.name());
    }
}
