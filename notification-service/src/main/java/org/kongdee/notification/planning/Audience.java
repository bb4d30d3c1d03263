package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Plan.Gap;

/** Who is told about a deadline on a day. */
final class Audience {

    /**
     * @param owners officers and heads it belongs to, or those named; away or not
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
            return deadline.recipients().stream()
                    .sorted()
                    .flatMap(id -> Stream.ofNullable(byId.get(id)))
                    .toList();
        }
        return unit.stream()
                .filter(r -> r.role() != Role.DIRECTOR)
                .filter(
                        r ->
                                deadline.isForEverySection()
                                        || deadline.sections().stream().anyMatch(r::worksIn))
                .toList();
    }

    private Predicate<Recipient> canHearOf(Deadline deadline) {
        return r -> !r.isPausedOn(date) && !isNotMine(r, deadline);
    }

    private static List<@Nullable String> uncovered(Deadline deadline, List<Recipient> told) {
        if (deadline.isForEverySection() || !deadline.recipients().isEmpty()) {
            return told.isEmpty() ? Collections.singletonList(null) : List.of();
        }
        return deadline.sections().stream()
                .filter(section -> told.stream().noneMatch(r -> r.worksIn(section)))
                .sorted()
                .<@Nullable String>map(section -> section)
                .toList();
    }
}
