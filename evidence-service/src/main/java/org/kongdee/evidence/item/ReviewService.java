package org.kongdee.evidence.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kongdee.evidence.change.ChangeRepository;
import org.kongdee.evidence.collection.CollectionService;
import org.kongdee.evidence.collection.ReviewMode;
import org.kongdee.evidence.item.HistoryEntry.Action;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.problem.Forbidden;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.requestid.RequestId;
import org.kongdee.web.security.Caller;
import org.kongdee.web.security.Roles;

/**
 * What others than the uploader decide about items: reviewers whether they count, organisers
 * whether they stay.
 */
@ApplicationScoped
class ReviewService {

    private final ItemRepository repository;
    private final CollectionService collections;
    private final ChangeRepository changes;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    ReviewService(
            ItemRepository repository,
            CollectionService collections,
            ChangeRepository changes,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.collections = collections;
        this.changes = changes;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Also when the collection is closed: what came in last must still be judged. */
    @Transactional
    Item review(UUID id, ReviewEvidence review) {
        Item item = repository.findForUpdate(id).orElseThrow(() -> ItemService.unknown(id));
        if (caller.seesOwnUnitOnly() && !caller.isOf(item.unit())) {
            throw ItemService.unknown(id);
        }
        mustBeReviewer(item, collections.get(item.collection()).review());
        item.mustBeReviewable(review.decision());
        boolean accept = review.decision() == ReviewEvidence.Decision.ACCEPT;
        String note = review.note() == null || review.note().isBlank() ? null : review.note();
        if (!accept && note == null) {
            throw RuleBroken.at("review-note-missing", "/note", "A rejection says why.");
        }
        List<String> touched = new ArrayList<>(List.of(item.slot()));
        if (accept && item.replaces() != null) {
            touched.add(supersede(item.replaces(), item.id()));
        }
        repository.reviewed(
                id,
                accept ? ItemStatus.ACCEPTED : ItemStatus.REJECTED,
                new Review(caller.subject(), clock.instant(), note));
        record(
                id,
                accept ? Action.ACCEPTED : Action.REJECTED,
                note == null ? Map.of() : Map.of("note", note));
        changes.touch(item.collection(), item.unit(), touched);
        return repository.find(id).orElseThrow(() -> ItemService.unknown(id));
    }

    /** The old version made way, unless it was withdrawn meanwhile. */
    private String supersede(UUID old, UUID by) {
        Item item = repository.findForUpdate(old).orElseThrow(() -> ItemService.unknown(old));
        if (item.status() == ItemStatus.ACCEPTED) {
            repository.status(old, ItemStatus.SUPERSEDED);
            record(old, Action.SUPERSEDED, Map.of("by", by));
        }
        return item.slot();
    }

    private void mustBeReviewer(Item item, ReviewMode mode) {
        boolean colleague = caller.is(Roles.OFFICER) && caller.isOf(item.unit());
        if (mode == ReviewMode.PEER && colleague) {
            if (caller.subject().equals(item.uploadedBy())) {
                throw new Forbidden(
                        "Nobody reviews what they uploaded themselves; a colleague or an assessor does.");
            }
            return;
        }
        if (!caller.is(Roles.ASSESSOR)) {
            throw new Forbidden("In this collection assessors of other units review.");
        }
        caller.mustNotJudgeOwnUnit(item.unit());
    }

    /** Leaves the tombstone. The bytes go when this is committed; see {@link ItemResource}. */
    @Transactional
    Item purge(UUID id, PurgeEvidence purge) {
        Item item = repository.findForUpdate(id).orElseThrow(() -> ItemService.unknown(id));
        item.mustNotBePurged();
        repository.purge(
                item,
                item.status().isLive() ? ItemStatus.WITHDRAWN : item.status(),
                new Purge(caller.subject(), clock.instant(), purge.reason()));
        record(id, Action.PURGED, Map.of("reason", purge.reason()));
        changes.touch(item.collection(), item.unit(), List.of(item.slot()));
        Item tombstone = repository.find(id).orElseThrow(() -> ItemService.unknown(id));
        idempotency.rewrite(ItemIds.path(id), tombstone, tombstone.etag());
        return tombstone;
    }

    private void record(UUID item, Action action, Map<String, ?> detail) {
        repository.history(
                item, clock.instant(), caller.subject(), action, detail, RequestId.current());
    }
}
