package org.kongdee.rubric.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kongdee.rubric.facts.Scope;
import org.kongdee.rubric.facts.Tally;

/** The items of a unit, as evidence-service told them, and the scope they count in. */
public record UnitEvidence(List<CountedItem> items, Scope scope) {

    public UnitEvidence {
        items = List.copyOf(items);
    }

    /** What is accepted, dated up to and including a day. */
    public Tally accepted(LocalDate asOf) {
        return tally(CountedItem::accepted, asOf);
    }

    /** What would count on that day if everything that waits for review were accepted. */
    public Tally withPending(LocalDate asOf) {
        return tally(CountedItem::withPending, asOf);
    }

    /** What a section has shown by that day, as if it were the whole unit. */
    public Tally acceptedOf(String section, LocalDate asOf) {
        return tally(item -> item.accepted() && section.equals(item.section()), asOf);
    }

    /** The next day on which more of what is accepted counts; empty if all of it does. */
    public Optional<LocalDate> nextAfter(LocalDate day) {
        return items.stream()
                .filter(CountedItem::accepted)
                .map(CountedItem::date)
                .filter(date -> date.isAfter(day))
                .min(Comparator.naturalOrder());
    }

    private Tally tally(Predicate<CountedItem> counts, LocalDate asOf) {
        return Tally.of(
                items.stream().filter(counts).map(CountedItem::evidence).toList(),
                scope.period(),
                asOf);
    }
}
