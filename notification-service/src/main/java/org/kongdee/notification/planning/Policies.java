package org.kongdee.notification.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All policies and holidays; answers which rules a deadline goes by. */
public final class Policies {

    private record Scope(@Nullable String cycle, String unit) {}

    private final List<Policy> mostSpecificFirst;
    private final Map<String, Set<LocalDate>> holidays;
    private final Map<String, LocalDate> complete;
    private final Map<Scope, Rules> cache = new HashMap<>();

    /**
     * @param holidays the days off of each calendar
     * @param complete until when each of them is complete
     */
    public Policies(
            List<Policy> policies,
            Map<String, Set<LocalDate>> holidays,
            Map<String, LocalDate> complete) {
        this.mostSpecificFirst =
                policies.stream()
                        .sorted(Comparator.comparingInt(Policy::specificity).reversed())
                        .toList();
        this.holidays = Map.copyOf(holidays);
        this.complete = Map.copyOf(complete);
        if (policies.stream().noneMatch(policy -> policy.specificity() == 0)) {
            throw new IllegalArgumentException("there is no default policy");
        }
    }

    /** The rules of the most specific policy that applies. */
    public Rules rulesFor(@Nullable String cycle, String unit) {
        return cache.computeIfAbsent(new Scope(cycle, unit), this::resolve);
    }

    /** The day it is where the unit is; by the default policy where that is no unit. */
    public LocalDate today(String unit, Instant now) {
        return rulesFor(null, unit).today(now);
    }

    /** The zones in which a day has to begin somewhere; usually one. */
    public List<ZoneId> timeZones() {
        Set<String> ids = new TreeSet<>();
        mostSpecificFirst.forEach(policy -> ids.add(policy.timeZone().getId()));
        return ids.stream().map(ZoneId::of).toList();
    }

    /** The hours of a second pass in a zone. */
    public Set<LocalTime> againIn(ZoneId zone) {
        return mostSpecificFirst.stream()
                .filter(policy -> policy.timeZone().equals(zone))
                .map(Policy::again)
                .collect(Collectors.toSet());
    }

    /** Until when a calendar knows its days off; null if there is none. */
    @Nullable LocalDate completeUntil(String calendar) {
        return complete.get(calendar);
    }

    private Rules resolve(Scope scope) {
        Policy policy =
                mostSpecificFirst.stream()
                        .filter(candidate -> candidate.appliesTo(scope.cycle(), scope.unit()))
                        .findFirst()
                        .orElseThrow();
        Set<LocalDate> days = new HashSet<>();
        policy.holidays().forEach(code -> days.addAll(holidays.getOrDefault(code, Set.of())));
        return new Rules(policy, new WorkCalendar(policy.daysOff(), days));
    }
}
