package org.kongdee.evidence.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.collection.Place;
import org.kongdee.evidence.collection.PlaceRepository;
import org.kongdee.evidence.content.ContentService;
import org.kongdee.evidence.file.FileLimits;
import org.kongdee.evidence.item.CopyFile;
import org.kongdee.evidence.item.FileEvidence;
import org.kongdee.evidence.item.ItemService;
import org.kongdee.evidence.item.ItemView;
import org.kongdee.evidence.item.NewFile;
import org.kongdee.evidence.item.NewItem;
import org.kongdee.evidence.link.LinkRules;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.text.Message;

/** Files evidence, for the first time or as a new version, where it fits and within the limits. */
@ApplicationScoped
class FilingService {

    private final ItemService items;
    private final PlaceRepository places;
    private final ContentService contents;
    private final FileLimits limits;
    private final LinkRules links;

    FilingService(
            ItemService items,
            PlaceRepository places,
            ContentService contents,
            FileLimits limits,
            LinkRules links) {
        this.items = items;
        this.places = places;
        this.contents = contents;
        this.limits = limits;
        this.links = links;
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
        items.mustBeOwn(evidence.unit());
        check(places.place(collection, evidence.unit(), evidence.slot()), evidence);
    }

    @Transactional
    ItemView file(String collection, FileEvidence evidence, Kept kept) {
        items.mustBeOwn(evidence.unit());
        return file(collection, evidence, kept, null);
    }

    /** Refuses before any file is received what would be refused afterwards. */
    void checkVersion(UUID id, FileEvidence evidence) {
        ItemView old = items.replaceable(id, evidence.unit());
        check(places.place(old.collection(), old.unit(), evidence.slot()), evidence);
    }

    /**
     * A changed item: an accepted one goes on counting until the new version is accepted, any other
     * makes way at once.
     */
    @Transactional
    ItemView version(UUID id, FileEvidence evidence, Kept kept) {
        ItemView old = items.lockReplaceable(id, evidence.unit());
        return file(old.collection(), evidence, kept, old);
    }

    private ItemView file(
            String collection, FileEvidence evidence, Kept kept, @Nullable ItemView old) {
        Place place = places.placeForFiling(collection, evidence.unit(), evidence.slot());
        check(place, evidence);
        List<NewFile> all = new ArrayList<>(kept.files());
        for (int i = 0; i < evidence.copyFiles().size(); i++) {
            all.add(copy(evidence, i));
        }
        if (all.isEmpty() && evidence.link() == null) {
            throw RuleBroken.at(
                    "evidence-missing",
                    "",
                    Message.of(
                            "An item needs a link, a file of another item (copyFiles), or files, which are sent to the path that ends in /files."));
        }
        if (all.size() > limits.maxCount()) {
            throw Upload.tooManyFiles(limits);
        }
        mustFitLimits(collection, evidence.unit(), all.stream().mapToLong(NewFile::size).sum());
        ItemView filed =
                items.file(
                        new NewItem(
                                UUID.randomUUID(),
                                collection,
                                place.days(),
                                evidence,
                                all,
                                old == null ? 1 : old.version() + 1,
                                old == null ? null : old.id()),
                        links.mostAnHour());
        if (!kept.files().isEmpty()) {
            contents.named(kept.upload(), kept.distinct());
        }
        return filed;
    }

    private NewFile copy(FileEvidence evidence, int index) {
        CopyFile copy = evidence.copyFiles().get(index);
        return items.forCopy(evidence.unit(), copy)
                .orElseThrow(
                        () ->
                                RuleBroken.at(
                                        "unknown-file",
                                        "/copyFiles/%d".formatted(index),
                                        Message.of(
                                                "The unit has no file %d of an item '%s', or it was purged.",
                                                copy.file(), copy.item())));
    }

    private void mustFitLimits(String collection, String unit, long size) {
        if (size > limits.maxItem().asLongValue()) {
            throw Upload.itemTooLarge(limits);
        }
        if (size > 0 && !places.store(collection, unit, size, limits.maxUnit().asLongValue())) {
            throw new TooLarge(
                    "unit-too-large",
                    Message.of(
                            "A unit keeps at most %,d bytes in a collection.",
                            limits.maxUnit().asLongValue()));
        }
    }

    private void check(Place place, FileEvidence evidence) {
        ItemService.mustBeOpen(place.collection(), place.status());
        List<FieldError> errors = Fit.errors(evidence, place, links);
        if (!errors.isEmpty()) {
            throw new RuleBroken(
                    "evidence-does-not-fit",
                    Message.of("The evidence has no place in this collection."),
                    errors);
        }
    }
}
