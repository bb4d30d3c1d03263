package org.kongdee.evidence.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.change.ChangeRepository;
import org.kongdee.evidence.collection.UnitRepository.PutEnrolment;
import org.kongdee.web.entity.Lists;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.etag.Written;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** Enrols units in collections. An officer sees the own one only. */
@ApplicationScoped
public class EnrolmentService {

    private final UnitRepository repository;
    private final CollectionService collections;
    private final ChangeRepository changes;
    private final Caller caller;
    private final Clock clock;

    EnrolmentService(
            UnitRepository repository,
            CollectionService collections,
            ChangeRepository changes,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.collections = collections;
        this.changes = changes;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Written<UnitView> put(
            String collection, String unit, PutUnit wanted, @Nullable IfMatch ifMatch) {
        collections.lock(collection);
        var enrol = List.of(new EnrolUnit(unit, wanted.title(), wanted.sections()));
        refuseDuplicateSections(enrol, false);
        var id = new UnitId(collection, unit);
        return repository
                .put(
                        id,
                        ifMatch,
                        there -> there.says(wanted),
                        () -> new EnrolledUnit(id, wanted, stamp()),
                        there -> {
                            there.become(wanted, stamp());
                            changes.touchUnits(collection, List.of(unit));
                        })
                .map(UnitView::of);
    }

    @Transactional
    EnrolOutcome putAll(String collection, List<EnrolUnit> units) {
        String held = collections.hold(collection).code();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < units.size(); i++) {
            if (!codes.add(units.get(i).unit())) {
                throw RuleBroken.at(
                        "duplicate-code",
                        "/%d/unit".formatted(i),
                        Message.of(
                                "The unit '%s' stands twice; a unit is enrolled once.",
                                units.get(i).unit()));
            }
        }
        refuseDuplicateSections(units, true);
        List<PutEnrolment> written = repository.putAll(held, units, stamp());
        List<String> changed =
                written.stream().filter(put -> !put.created()).map(PutEnrolment::unit).toList();
        changes.touchUnits(held, changed);
        return new EnrolOutcome(
                written.size() - changed.size(), changed.size(), units.size() - written.size());
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
                            Message.of(
                                    "The section '%s' stands twice; a code stands once in a unit.",
                                    sections.get(j).code()));
                }
            }
        }
    }

    Page<UnitView> list(String collection, Paging paging) {
        return Lists.page(repository.inOrder(collection, caller.onlyUnit()), paging, UnitView::of);
    }

    @Transactional
    void each(String collection, Consumer<UnitView> each) {
        Lists.each(repository.inOrder(collection, caller.onlyUnit()), UnitView::of, each);
    }

    Versioned<UnitView> read(String collection, String unit) {
        caller.mustSee(unit);
        EnrolledUnit found = find(collection, unit);
        return Versioned.of(UnitView.of(found));
    }

    /** A unit, whoever asks. */
    public UnitView get(String collection, String unit) {
        return UnitView.of(find(collection, unit));
    }

    private EnrolledUnit find(String collection, String unit) {
        return repository
                .findByIdOptional(new UnitId(collection, unit))
                .orElseThrow(() -> notThere(collection, unit));
    }

    /** Why is looked for only where nothing was found: what is asked for mostly is there. */
    private NotFound notThere(String collection, String unit) {
        collections.mustExist(collection);
        return NotFound.of("unit", unit);
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), caller.subject());
    }
}
