package org.kongdee.rubric.facts;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * Evidence counted up, per criterion. An item counts if it is dated inside the period and not after
 * {@code asOf}; the days it covers are not clipped. An item without channel or section counts as
 * one, and adds nothing to what is distinct. The order of the items plays no part.
 *
 * @param byCriterion the facts of each criterion that has an item that counts
 * @param ignored the items that don't count, and why
 */
public record Tally(Map<String, Facts> byCriterion, List<Ignored> ignored) {

    /** An item that does not count; {@code index} is its place in the list. */
    public record Ignored(int index, EvidenceItem item, LocalizedText reason) {}

    public Tally {
        byCriterion = Map.copyOf(byCriterion);
        ignored = List.copyOf(ignored);
    }

    public static Tally of(List<EvidenceItem> items, Period period, @Nullable LocalDate asOf) {
        Map<String, Map<String, List<EvidenceItem>>> counted = new HashMap<>();
        List<Ignored> ignored = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            EvidenceItem item = items.get(i);
            LocalizedText reason = reasonToIgnore(item, period, asOf);
            if (reason == null) {
                counted.computeIfAbsent(item.criterion(), _ -> new HashMap<>())
                        .computeIfAbsent(item.kind(), _ -> new ArrayList<>())
                        .add(item);
            } else {
                ignored.add(new Ignored(i, item, reason));
            }
        }
        Map<String, Facts> byCriterion = new HashMap<>();
        counted.forEach((criterion, kinds) -> byCriterion.put(criterion, facts(kinds)));
        return new Tally(byCriterion, ignored);
    }

    /** The facts of a criterion; none if no item of it counts. */
    public Facts of(String criterion) {
        return byCriterion.getOrDefault(criterion, Facts.NONE);
    }

    private static @Nullable LocalizedText reasonToIgnore(
            EvidenceItem item, Period period, @Nullable LocalDate asOf) {
        if (!period.contains(item.date())) {
            return new LocalizedText(
                    "dated outside the period " + period.start() + " to " + period.end(),
                    "วันที่อยู่นอกรอบ " + period.start() + " ถึง " + period.end());
        }
        if (asOf != null && item.date().isAfter(asOf)) {
            return new LocalizedText("dated after " + asOf, "วันที่หลัง " + asOf);
        }
        return null;
    }

    private static Facts facts(Map<String, List<EvidenceItem>> itemsByKind) {
        Map<String, KindFacts> kinds = new HashMap<>();
        itemsByKind.forEach((kind, items) -> kinds.put(kind, kindFacts(items)));
        return new Facts(kinds);
    }

    private static KindFacts kindFacts(List<EvidenceItem> items) {
        List<LocalDate> dates = items.stream().map(EvidenceItem::date).sorted().toList();
        return new KindFacts(
                items.size(),
                items.stream()
                        .map(EvidenceItem::channel)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                sections(items),
                dates.getFirst(),
                dates.getLast(),
                items.stream().map(EvidenceItem::coverage).filter(Objects::nonNull).toList(),
                items.stream()
                        .filter(item -> !item.fields().isEmpty())
                        .collect(groupingBy(EvidenceItem::fields, counting()))
                        .entrySet()
                        .stream()
                        .map(e -> new KindFacts.FieldSet(e.getKey(), e.getValue().intValue()))
                        .toList());
    }

    private static Map<String, KindFacts.SectionFacts> sections(List<EvidenceItem> items) {
        Map<String, KindFacts.SectionFacts> sections = new HashMap<>();
        for (EvidenceItem item : items) {
            if (item.section() != null) {
                sections.merge(
                        item.section(),
                        new KindFacts.SectionFacts(1, item.date()),
                        (a, b) ->
                                new KindFacts.SectionFacts(
                                        a.count() + b.count(),
                                        a.first().isBefore(b.first()) ? a.first() : b.first()));
            }
        }
        return sections;
    }
}
