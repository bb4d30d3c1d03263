package org.kongdee.evidence.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers what the evidence of units amounts to. */
@ApplicationScoped
class FactsService {

    private final FactsRepository repository;

    FactsService(FactsRepository repository) {
        this.repository = repository;
    }

    @Transactional
    void each(
            String collection,
            @Nullable String unit,
            @Nullable LocalDate asOf,
            boolean pending,
            Consumer<UnitFacts> each) {
        repository.each(collection, unit, asOf, pending, each);
    }
}
