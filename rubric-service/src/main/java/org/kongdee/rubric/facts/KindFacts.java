package org.kongdee.rubric.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the counted items of one kind amount to.
 *
 * @param count all of them; at least one
 * @param channels the distinct channels they name
 * @param sections per section that they name, how many and since when
 * @param first the earliest date of evidence
 * @param last the latest
 * @param coverage the days they report on, merged, in order
 * @param fieldSets the sets of fields that items state, each with the number of items that state
 *     exactly these
 */
public record KindFacts(
        int count,
        Set<String> channels,
        Map<String, SectionFacts> sections,
        LocalDate first,
        LocalDate last,
        List<Coverage> coverage,
        List<FieldSet> fieldSets) {

    /** How many items a section has, and the date of its first. */
    public record SectionFacts(int count, LocalDate first) {}

    /** How many items state exactly these fields. */
    public record FieldSet(Set<String> fields, int count) {

        public FieldSet {
            fields = Set.copyOf(fields);
        }
    }

    public KindFacts {
        channels = Set.copyOf(channels);
        sections = Map.copyOf(sections);
        coverage = Coverage.merge(coverage);
        fieldSets = List.copyOf(fieldSets);
    }

    /** How many items state all of {@code fields}. */
    public int countWith(Collection<String> fields) {
        return fieldSets.stream()
                .filter(set -> set.fields().containsAll(fields))
                .mapToInt(FieldSet::count)
                .sum();
    }

    /** How many of {@code sections} have at least {@code least} items. */
    public int sectionsWith(Set<String> among, long least) {
        return (int)
                sections.entrySet().stream()
                        .filter(entry -> among.contains(entry.getKey()))
                        .filter(entry -> entry.getValue().count() >= least)
                        .count();
    }

    /** How many of {@code sections} have an item dated {@code date} or earlier. */
    public int sectionsBy(Set<String> among, LocalDate date) {
        return (int)
                sections.entrySet().stream()
                        .filter(entry -> among.contains(entry.getKey()))
                        .filter(entry -> !entry.getValue().first().isAfter(date))
                        .count();
    }

    /** The longest run of calendar months of which every day is covered. */
    public int months() {
        return coverage.stream().mapToInt(Coverage::wholeMonths).max().orElse(0);
    }
}
