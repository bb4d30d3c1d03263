package org.kongdee.evidence.facts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.facts.FactsRepository.Group;
import org.kongdee.evidence.facts.UnitFacts.Days;
import org.kongdee.evidence.facts.UnitFacts.FieldSet;
import org.kongdee.evidence.facts.UnitFacts.KindFacts;
import org.kongdee.evidence.facts.UnitFacts.SectionFacts;

/** Adds up the groups of one slot and kind. */
final class KindTally {

    /** Of days PostgreSQL writes every range from its first day to the day after its last. */
    private static final Pattern RANGE = Pattern.compile("\\[([0-9-]+),([0-9-]+)\\)");

    private final String kind;
    private final List<Days> coverage;
    private final SortedSet<String> channels = new TreeSet<>();
    private final SortedMap<String, SectionFacts> sections = new TreeMap<>();
    private final Map<List<String>, Long> fieldSets = new LinkedHashMap<>();
    private LocalDate first;
    private LocalDate last;
    private long count;

    KindTally(Group group) {
        kind = group.kind();
        coverage = days(group.coverage());
        first = group.first();
        last = group.last();
    }

    boolean is(Group group) {
        return group.kind().equals(kind);
    }

    void add(Group group) {
        count += group.count();
        first = earlier(first, group.first());
        last = group.last().isAfter(last) ? group.last() : last;
        channels.addAll(group.channels());
        if (group.section() != null) {
            sections.merge(
                    group.section(),
                    new SectionFacts(group.count(), group.first()),
                    (a, b) ->
                            new SectionFacts(a.count() + b.count(), earlier(a.first(), b.first())));
        }
        if (!group.fields().isEmpty()) {
            fieldSets.merge(group.fields(), group.count(), Long::sum);
        }
    }

    KindFacts facts() {
        return new KindFacts(
                kind,
                count,
                List.copyOf(channels),
                sections,
                first,
                last,
                coverage,
                fieldSets.entrySet().stream()
                        .map(set -> new FieldSet(set.getKey(), set.getValue()))
                        .toList());
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return b.isBefore(a) ? b : a;
    }

    private static List<Days> days(@Nullable String multirange) {
        return multirange == null
                ? List.of()
                : RANGE.matcher(multirange)
                        .results()
                        .map(
                                range ->
                                        new Days(
                                                LocalDate.parse(range.group(1)),
                                                LocalDate.parse(range.group(2)).minusDays(1)))
                        .toList();
    }
}
