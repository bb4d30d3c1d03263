package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All policies and holidays; answers which rules a deadline goes by. */
public final class Policies {

    private record Scope(@Nullable String cycle, String unit) {}

    private final List<Policy> mostSpecificFirst;
    private final Map<String, Set<LocalDate>> holidays;
    private final Map<Scope, Rules> cache = new HashMap<>();

    public Policies(List<Policy> policies, Map<String, Set<LocalDate>> holidays) {
        this.mostSpecificFirst =
                policies.stream()
                        .sorted(Comparator.comparingInt(Policy::specificity).reversed())
                        .toList();
        this.holidays = Map.copyOf(holidays);
        if (policies.stream().noneMatch(policy -> policy.specificity() == 0)) {
            throw new IllegalArgumentException("there is no default policy");
        }
    }

    /** The rules of the most specific policy that applies. */
    public Rules rulesFor(@Nullable String cycle, String unit) {
        return cache.computeIfAbsent(new Scope(cycle, unit), this::resolve);
    }

    /** The zones in which a day has to begin somewhere; usually one. */
    public List<ZoneId> timeZones() {
        Set<String> ids = new TreeSet<>();
        mostSpecificFirst.forEach(policy -> ids.add(policy.timeZone().getId()));
        return ids.stream().map(ZoneId::of).toList();
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
