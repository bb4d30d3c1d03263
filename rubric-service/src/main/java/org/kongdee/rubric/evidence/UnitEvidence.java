package org.kongdee.rubric.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;

/** The items of a unit, as evidence-service told them, and the scope they count in. */
public record UnitEvidence(List<CountedItem> items, Scope scope) {

    public UnitEvidence {
        items = List.copyOf(items);
    }

    /** What is accepted, up to and including {@code asOf}; null for all. */
    public Tally accepted(@Nullable LocalDate asOf) {
        return tally(CountedItem::accepted, asOf);
    }

    /** What would count if everything that waits for review were accepted. */
    public Tally withPending(@Nullable LocalDate asOf) {
        return tally(CountedItem::withPending, asOf);
    }

    /** What a section has shown, as if it were the whole unit. */
    public Tally acceptedOf(String section) {
        return tally(item -> item.accepted() && section.equals(item.section()), null);
    }

    private Tally tally(Predicate<CountedItem> counts, @Nullable LocalDate asOf) {
        return Tally.of(
                items.stream().filter(counts).map(CountedItem::evidence).toList(),
                scope.period(),
                asOf);
    }
}
