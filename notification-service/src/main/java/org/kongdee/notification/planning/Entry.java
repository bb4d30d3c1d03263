package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.LocalizedText;

/**
 * What a digest says of one thing, as one line: the rows of a milestone that several sections owe
 * each by itself, and what else there is to say of it on the day.
 *
 * @param lines at least one; the most urgent first
 */
public record Entry(List<Plan.Line> lines) {

    /** By urgency, and of what is as urgent the oldest first. */
    private static final Comparator<Plan.Line> URGENCY =
            Comparator.<Plan.Line, Urgency>comparing(Urgency::of)
                    .thenComparing(line -> line.deadline().day())
                    .thenComparing(
                            line -> line.deadline().criterion(),
                            Comparator.nullsLast(CriterionOrder.INSTANCE))
                    .thenComparing(line -> line.deadline().id());

    private record Key(String group, LocalDate day) {}

    public Entry {
        lines = List.copyOf(lines);
    }

    /** The lines of a digest, in the order in which it says them. */
    public static List<Entry> of(Collection<Plan.Line> lines) {
        Map<Key, List<Plan.Line>> groups =
                lines.stream()
                        .sorted(URGENCY)
                        .collect(
                                Collectors.groupingBy(
                                        Entry::key, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().map(Entry::new).toList();
    }

    /** How many entries these would be. */
    static int count(Collection<Deadline> deadlines) {
        return Math.toIntExact(
                deadlines.stream()
                        .map(d -> d.recurring() ? d.id() : new Key(d.group(), d.day()))
                        .distinct()
                        .count());
    }

    private static Key key(Plan.Line line) {
        return new Key(line.deadline().group(), line.deadline().day());
    }

    /** What its place among the others is by. */
    public Plan.Line first() {
        return lines.getFirst();
    }

    public Deadline deadline() {
        return first().deadline();
    }

    public Occasion occasion() {
        return first().occasion();
    }

    public Urgency urgency() {
        return Urgency.of(first());
    }

    /** Each row once. */
    public List<Deadline> rows() {
        return lines.stream().map(Plan.Line::deadline).distinct().toList();
    }

    /** The sections that owe it, by code; {@link Deadline#ALL} as it is. */
    public List<String> sections() {
        return rows().stream().flatMap(row -> row.sections().stream()).distinct().sorted().toList();
    }

    /** Those of them whose names are known. */
    public List<SectionTitle> sectionTitles() {
        return rows().stream()
                .flatMap(row -> row.detail().ownerTitles().stream())
                .distinct()
                .toList();
    }

    /** What is missing for any of its rows. */
    public List<LocalizedText> missing() {
        return rows().stream().flatMap(row -> row.missing().stream()).distinct().toList();
    }

    /** If that is told here, the date before it moved. */
    public @Nullable LocalDate movedFrom() {
        return lines.stream()
                .filter(line -> line.occasion() == Occasion.MOVED)
                .map(line -> line.deadline().move())
                .filter(Objects::nonNull)
                .map(Move::from)
                .findFirst()
                .orElse(null);
    }
}
