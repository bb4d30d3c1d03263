package org.kongdee.evidence.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.change.ChangeRepository;
import org.kongdee.evidence.collection.CollectionRepository.Lock;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;

/** Registers collections and units, and tells other features what they are. */
@ApplicationScoped
public class CollectionService {

    private final CollectionRepository repository;
    private final ChangeRepository changes;

    CollectionService(CollectionRepository repository, ChangeRepository changes) {
        this.repository = repository;
        this.changes = changes;
    }

    @Transactional
    Written<Collection> put(String code, PutCollection wanted, @Nullable IfMatch ifMatch) {
        if (wanted.period().start().isAfter(wanted.period().end())) {
            throw RuleBroken.at(
                    "out-of-order", "/period/end", "The period ends on or after its start.");
        }
        refuseDuplicates(wanted);
        if (ifMatch == null && repository.insert(code, wanted)) {
            repository.putSlots(code, wanted.slots());
            return written(get(code), true);
        }
        Collection present = repository.find(code, Lock.UPDATE).orElse(null);
        if (present == null) {
            IfMatch.refuseMissing(ifMatch);
            throw NotFound.of("collection", code);
        }
        String etag = ETags.of(present.revision());
        if (present.is(wanted)) {
            IfMatch.refuseStale(ifMatch, etag);
            return written(present, false);
        }
        IfMatch.require(ifMatch, etag);
        refuseHomeless(repository.homeless(code, wanted.slots()), "/slots");
        repository.update(code, wanted);
        repository.putSlots(code, wanted.slots());
        if (!present.period().equals(wanted.period())) {
            changes.touchAll(code);
        }
        return written(get(code), false);
    }

    private static Written<Collection> written(Collection collection, boolean created) {
        return new Written<>(collection, ETags.of(collection.revision()), created);
    }

    private static Written<EnrolledUnit> written(EnrolledUnit unit, EnrolOutcome outcome) {
        return new Written<>(unit, ETags.of(unit.revision()), outcome.created() == 1);
    }

    private static void refuseDuplicates(PutCollection wanted) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < wanted.slots().size(); i++) {
            if (!codes.add(wanted.slots().get(i).code())) {
                throw RuleBroken.at(
                        "duplicate-code",
                        "/slots/%d/code".formatted(i),
                        "There is another slot '%s'.".formatted(wanted.slots().get(i).code()));
            }
        }
    }

    private static void refuseHomeless(List<String> homeless, String pointer) {
        if (!homeless.isEmpty()) {
            String detail =
                    "There is evidence that would have no place: %s."
                            .formatted(String.join("; ", homeless));
            throw new Conflict(
                    "evidence-in-the-way", detail, List.of(FieldError.at(pointer, detail)));
        }
    }

    public Collection get(String code) {
        return repository.find(code, Lock.NONE).orElseThrow(() -> NotFound.of("collection", code));
    }

    /** Where only that it is there matters. */
    public void mustExist(String code) {
        if (!repository.exists(code)) {
            throw NotFound.of("collection", code);
        }
    }

    /** The collection as it stays until the transaction ends: nobody closes it meanwhile. */
    public Collection getForFiling(String code) {
        return repository.find(code, Lock.SHARE).orElseThrow(() -> NotFound.of("collection", code));
    }

    @Transactional
    Written<EnrolledUnit> putUnit(
            String collection, String code, PutUnit wanted, @Nullable IfMatch ifMatch) {
        // Held, so that two who enrol the same unit at once come one after the other.
        if (repository.find(collection, Lock.UPDATE).isEmpty()) {
            throw NotFound.of("collection", collection);
        }
        var enrol = List.of(new EnrolUnit(code, wanted.title(), wanted.sections()));
        refuseDuplicateSections(enrol, false);
        EnrolledUnit present = repository.unit(collection, code, Lock.UPDATE).orElse(null);
        if (present == null) {
            IfMatch.refuseMissing(ifMatch);
            EnrolOutcome outcome = repository.putUnits(collection, enrol);
            return written(unit(collection, code), outcome);
        }
        String etag = ETags.of(present.revision());
        if (present.is(wanted)) {
            IfMatch.refuseStale(ifMatch, etag);
            return new Written<>(present, etag, false);
        }
        IfMatch.require(ifMatch, etag);
        refuseHomeless(repository.homelessSections(collection, enrol), "/sections");
        EnrolOutcome outcome = repository.putUnits(collection, enrol);
        return written(unit(collection, code), outcome);
    }

    @Transactional
    EnrolOutcome enrol(String collection, List<EnrolUnit> units) {
        Collection present = getForFiling(collection);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < units.size(); i++) {
            if (!codes.add(units.get(i).unit())) {
                throw RuleBroken.at(
                        "duplicate-code",
                        "/%d/unit".formatted(i),
                        "The unit '%s' stands here twice.".formatted(units.get(i).unit()));
            }
        }
        refuseDuplicateSections(units, true);
        refuseHomeless(repository.homelessSections(present.collection(), units), "");
        return repository.putUnits(collection, units);
    }

    private static void refuseDuplicateSections(List<EnrolUnit> units, boolean many) {
        for (int i = 0; i < units.size(); i++) {
            Set<String> codes = new HashSet<>();
            List<Section> sections = units.get(i).sections();
            for (int j = 0; j < sections.size(); j++) {
                if (!codes.add(sections.get(j).code())) {
                    throw RuleBroken.at(
                            "duplicate-code",
                            (many ? "/" + i : "") + "/sections/%d/code".formatted(j),
                            "The unit has another section '%s'.".formatted(sections.get(j).code()));
                }
            }
        }
    }

    public Page<Collection> list(Paging paging) {
        return repository.list(paging);
    }

    public void each(Consumer<Collection> each) {
        repository.each(each);
    }

    public Page<EnrolledUnit> units(String collection, @Nullable String only, Paging paging) {
        return repository.units(get(collection).collection(), only, paging);
    }

    public void eachUnit(String collection, @Nullable String only, Consumer<EnrolledUnit> each) {
        repository.eachUnit(collection, only, each);
    }

    public EnrolledUnit unit(String collection, String unit) {
        return repository
                .unit(collection, unit, Lock.NONE)
                .orElseThrow(() -> NotFound.of("unit", unit));
    }

    /** Where evidence of a unit for a slot would have its place. */
    public Place place(String collection, String unit, String slot) {
        return repository
                .place(collection, unit, slot)
                .orElseThrow(() -> NotFound.of("collection", collection));
    }

    /**
     * The place as it stays until the transaction ends: nobody closes the collection meanwhile, and
     * the unit's limit can be reckoned.
     */
    public Place placeForFiling(String collection, String unit, String slot) {
        repository.hold(collection, unit);
        return place(collection, unit, slot);
    }
}
