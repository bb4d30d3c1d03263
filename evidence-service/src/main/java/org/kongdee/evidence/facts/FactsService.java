package org.kongdee.evidence.facts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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

    /**
     * Hands over the facts of one unit or, as they arrive, of all; only the latter need a
     * transaction, in which rows are fetched piecemeal.
     */
    void each(
            String collection,
            @Nullable String unit,
            @Nullable LocalDate asOf,
            boolean pending,
            Consumer<UnitFacts> each) {
        Runnable facts = () -> repository.each(collection, unit, asOf, pending, each);
        if (unit == null) {
            QuarkusTransaction.joiningExisting().run(facts);
        } else {
            facts.run();
        }
    }
}
