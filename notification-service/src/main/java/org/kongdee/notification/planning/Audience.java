package org.kongdee.notification.planning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Plan.Gap;

/** Who is told about a deadline on a day. */
final class Audience {

    /**
     * @param owners officers and heads it belongs to, and those named; away or not
     * @param told owners who can be told today
     * @param directors of the unit who can be told today
     */
    record For(List<Recipient> owners, List<Recipient> told, List<Recipient> directors) {}

    private final Map<String, List<Recipient>> byUnit;
    private final Map<String, Recipient> byId;
    private final Map<Silence.Key, Silence> silences;
    private final LocalDate date;

    /** A unit has few sections, and many deadlines are theirs. */
    private final Map<Owned, List<Recipient>> workers = new HashMap<>();

    private final Map<String, List<Recipient>> directors = new HashMap<>();

    private record Owned(String unit, Set<String> sections) {}

    Audience(List<Recipient> recipients, Map<Silence.Key, Silence> silences, LocalDate date) {
        this.byUnit =
                recipients.stream()
                        .flatMap(r -> r.units().stream().map(unit -> Map.entry(unit, r)))
                        .collect(
                                groupingBy(
                                        Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        this.byId = recipients.stream().collect(toMap(Recipient::id, r -> r));
        this.silences = silences;
        this.date = date;
    }

    For of(Deadline deadline) {
        List<Recipient> owners = owners(deadline);
        return new For(
                owners,
                hearing(owners, deadline),
                hearing(
                        directors.computeIfAbsent(
                                deadline.unit(), unit -> of(unit, r -> r.directs(unit))),
                        deadline));
    }

    private List<Recipient> owners(Deadline deadline) {
        List<Recipient> working =
                workers.computeIfAbsent(
                        new Owned(deadline.unit(), deadline.sections()),
                        owned -> of(owned.unit, r -> r.worksInAny(owned.unit, owned.sections)));
        return deadline.persons().isEmpty()
                ? working
                : Stream.concat(working.stream(), named(deadline)).distinct().toList();
    }

    private List<Recipient> of(String unit, Predicate<Recipient> which) {
        return byUnit.getOrDefault(unit, List.of()).stream().filter(which).toList();
    }

    private List<Recipient> hearing(List<Recipient> all, Deadline deadline) {
        return all.stream().filter(r -> canHearOf(r, deadline)).toList();
    }

    @Nullable Silence silence(Recipient recipient, Deadline deadline) {
        return silences.get(Silence.Key.of(recipient, deadline));
    }

    private Stream<Recipient> named(Deadline deadline) {
        return deadline.persons().stream()
                .sorted()
                .flatMap(person -> Stream.ofNullable(byId.get(person)));
    }

    private boolean canHearOf(Recipient r, Deadline deadline) {
        if (r.isPausedOn(date)) {
            return false;
        }
        Silence silence = silence(r, deadline);
        return silence == null || !silence.notMine();
    }

    /**
     * Who is named stands for no section: one of which nobody can be told is a gap all the same. So
     * is a person named who is no recipient, and what is nobody's at all.
     */
    List<Gap> gaps(Deadline deadline, For who) {
        boolean directorTold = who.told().isEmpty() && !who.directors().isEmpty();
        List<Gap> gaps = new ArrayList<>();
        for (String section : deadline.sections().stream().sorted().toList()) {
            if (who.told().stream()
                    .noneMatch(r -> r.worksInAny(deadline.unit(), List.of(section)))) {
                gaps.add(
                        Gap.ofSection(
                                deadline,
                                section.equals(Deadline.ALL) ? null : section,
                                directorTold));
            }
        }
        for (String person : deadline.persons().stream().sorted().toList()) {
            if (!byId.containsKey(person)) {
                gaps.add(Gap.ofPerson(deadline, person, directorTold));
            }
        }
        if (gaps.isEmpty() && who.told().isEmpty()) {
            gaps.add(Gap.ofSection(deadline, null, directorTold));
        }
        return gaps;
    }
}
