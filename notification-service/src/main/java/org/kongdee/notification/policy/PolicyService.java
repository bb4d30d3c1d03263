package org.kongdee.notification.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.holiday.HolidayRepository;
import org.kongdee.notification.planning.Policy;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;

/** Policies as data. */
@ApplicationScoped
class PolicyService {

    private final PolicyRepository repository;
    private final HolidayRepository holidays;
    private final Caller caller;

    PolicyService(PolicyRepository repository, HolidayRepository holidays, Caller caller) {
        this.repository = repository;
        this.holidays = holidays;
        this.caller = caller;
    }

    /** What a PUT did. */
    record Put(StoredPolicy policy, boolean created) {}

    @Transactional
    Put put(String code, PutPolicy command, @Nullable IfMatch ifMatch) {
        Policy policy = policy(code, command);
        var present = repository.find(code);
        if (present.isEmpty()) {
            IfMatch.refuseMissing(ifMatch);
        } else if (present.get().policy().equals(policy)) {
            IfMatch.refuseStale(ifMatch, present.get().etag());
            return new Put(present.get(), false);
        } else {
            IfMatch.require(ifMatch, present.get().etag());
        }
        repository
                .withScopeOf(policy)
                .ifPresent(
                        other -> {
                            throw new Conflict(
                                    "policy-scope-taken",
                                    "The policy '%s' is for this cycle and unit already."
                                            .formatted(other),
                                    List.of(
                                            FieldError.at(
                                                    "/appliesTo",
                                                    "taken by the policy '%s'".formatted(other))));
                        });
        repository.put(policy, caller.subject());
        return new Put(get(code), present.isEmpty());
    }

    @Transactional
    StoredPolicy get(String code) {
        return repository.find(code).orElseThrow(() -> NotFound.of("policy", code));
    }

    @Transactional
    List<PolicyView> list() {
        return repository.list().stream().map(stored -> PolicyView.of(stored.policy())).toList();
    }

    @Transactional
    void delete(String code, @Nullable IfMatch ifMatch) {
        StoredPolicy present = get(code);
        IfMatch.require(ifMatch, present.etag());
        if (code.equals(Policy.DEFAULT)) {
            throw new Conflict(
                    "default-policy",
                    "The default policy applies where no other does, and stays. Change it instead.");
        }
        repository.delete(code);
    }

    private Policy policy(String code, PutPolicy command) {
        PutPolicy.AppliesTo scope = command.appliesTo();
        boolean everywhere = scope == null || (scope.cycle() == null && scope.unit() == null);
        if (everywhere != code.equals(Policy.DEFAULT)) {
            throw RuleBroken.at(
                    "invalid-policy",
                    "/appliesTo",
                    "The policy 'default' is for everything; any other names a cycle, a unit or both.");
        }
        Set<DayOfWeek> daysOff =
                command.daysOff().stream()
                        .map(day -> DayOfWeek.values()[day.ordinal()])
                        .collect(Collectors.toSet());
        checkHolidays(command.holidays());
        return new Policy(
                code,
                new TreeSet<>(command.leadDays()),
                command.overdue().first(),
                command.overdue().every(),
                command.escalateAfter(),
                LocalTime.parse(command.at()),
                zone(command.timeZone()),
                daysOff,
                command.holidays(),
                scope == null ? null : scope.cycle(),
                scope == null ? null : scope.unit());
    }

    private void checkHolidays(List<String> codes) {
        Set<String> known = holidays.codes();
        for (int i = 0; i < codes.size(); i++) {
            if (!known.contains(codes.get(i))) {
                throw RuleBroken.at(
                        "invalid-policy",
                        "/holidays/" + i,
                        "There is no holiday calendar '%s'; put it to /v1/holidays/%s first."
                                .formatted(codes.get(i), codes.get(i)));
            }
        }
    }

    private static ZoneId zone(String id) {
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            throw RuleBroken.at(
                    "invalid-policy",
                    "/timeZone",
                    "'%s' is no time zone such as Asia/Bangkok.".formatted(id));
        }
        return ZoneId.of(id);
    }
}
