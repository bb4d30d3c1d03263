package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Plan.Gap;

/** Who is told about a deadline on a day. */
final class Audience {

    /**
     * @param owners officers and heads it belongs to, and those named; away or not
     * @param directors of the unit who can be told today
     * @param told owners who can be told today
     * @param uncovered owner sections of which nobody can be told; a null stands for the whole unit
     */
    record For(
            List<Recipient> owners,
            List<Recipient> told,
            List<Recipient> directors,
            List<@Nullable String> uncovered) {

        List<Gap> gaps(Deadline deadline) {
            boolean directorTold = told.isEmpty() && !directors.isEmpty();
            List<Gap> gaps = new ArrayList<>();
            for (String section : uncovered) {
                gaps.add(new Gap(deadline.unit(), section, deadline.id(), directorTold));
            }
            return gaps;
        }
    }

    private static final List<@Nullable String> WHOLE_UNIT = Collections.singletonList(null);

    private final Map<String, List<Recipient>> byUnit;
    private final Map<String, Recipient> byId;
    private final Map<Silence.Key, Silence> silences;
    private final LocalDate date;

    Audience(List<Recipient> recipients, Map<Silence.Key, Silence> silences, LocalDate date) {
        this.byUnit = recipients.stream().collect(Collectors.groupingBy(Recipient::unit));
        this.byId = recipients.stream().collect(Collectors.toMap(Recipient::id, r -> r));
        this.silences = silences;
        this.date = date;
    }

    For of(Deadline deadline) {
        List<Recipient> unit = byUnit.getOrDefault(deadline.unit(), List.of());
        List<Recipient> owners = owners(deadline, unit);
        List<Recipient> told = owners.stream().filter(canHearOf(deadline)).toList();
        List<Recipient> directors =
                unit.stream()
                        .filter(r -> r.role() == Role.DIRECTOR && canHearOf(deadline).test(r))
                        .toList();
        return new For(owners, told, directors, uncovered(deadline, told));
    }

    private boolean isNotMine(Recipient recipient, Deadline deadline) {
        Silence silence = silence(recipient, deadline);
        return silence != null && silence.notMine();
    }

    @Nullable Silence silence(Recipient recipient, Deadline deadline) {
        return silences.get(new Silence.Key(recipient.id(), deadline.id(), deadline.due()));
    }

    private List<Recipient> owners(Deadline deadline, List<Recipient> unit) {
        if (!deadline.recipients().isEmpty()) {
            return named(deadline.recipients()).toList();
        }
        Stream<Recipient> ofSections = unit.stream().filter(r -> standsForASection(r, deadline));
        return Stream.concat(ofSections, named(deadline.detail().persons())).distinct().toList();
    }

    private Stream<Recipient> named(Set<String> recipients) {
        return recipients.stream().sorted().flatMap(id -> Stream.ofNullable(byId.get(id)));
    }

    private static boolean standsForASection(Recipient r, Deadline deadline) {
        return r.unit().equals(deadline.unit())
                && r.role() != Role.DIRECTOR
                && (deadline.isForEverySection()
                        || deadline.sections().stream().anyMatch(r::worksIn));
    }

    private Predicate<Recipient> canHearOf(Deadline deadline) {
        return r -> !r.isPausedOn(date) && !isNotMine(r, deadline);
    }

    /** Who is told by name besides stands for no section: it may have nobody all the same. */
    private static List<@Nullable String> uncovered(Deadline deadline, List<Recipient> told) {
        if (!deadline.recipients().isEmpty()) {
            return told.isEmpty() ? WHOLE_UNIT : List.of();
        }
        List<Recipient> standing =
                told.stream().filter(r -> standsForASection(r, deadline)).toList();
        if (deadline.isForEverySection()) {
            return standing.isEmpty() ? WHOLE_UNIT : List.of();
        }
        return deadline.sections().stream()
                .filter(section -> standing.stream().noneMatch(r -> r.worksIn(section)))
                .sorted()
                .<@Nullable String>map(section -> section)
                .toList();
    }
}
