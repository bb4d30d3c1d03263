package org.kongdee.evidence.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers what the evidence of units amounts to. */
@ApplicationScoped
class FactsService {

    private final FactsRepository repository;
    private final UnitItemRepository items;

    FactsService(FactsRepository repository, UnitItemRepository items) {
        this.repository = repository;
        this.items = items;
    }

    /** The facts of one unit, in one statement; empty if it is not enrolled. */
    Optional<UnitFacts> of(
            String collection, String unit, @Nullable LocalDate asOf, boolean pending) {
        List<UnitFacts> found = new ArrayList<>();
        repository.each(collection, unit, asOf, pending, found::add);
        return found.stream().findFirst();
    }

    /** Hands over the facts of all, as they arrive: a transaction fetches rows piecemeal. */
    @Transactional
    void each(
            String collection,
            @Nullable LocalDate asOf,
            boolean pending,
            Consumer<UnitFacts> each) {
        repository.each(collection, null, asOf, pending, each);
    }

    /** Hands over the items of a unit, as they arrive. */
    @Transactional
    void eachItem(String collection, String unit, Consumer<UnitItem> each) {
        items.each(collection, unit, each);
    }
}
