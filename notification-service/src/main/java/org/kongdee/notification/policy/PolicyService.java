package org.kongdee.notification.policy;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Policy;
import org.kongdee.web.clock.SystemTime;
import org.kongdee.web.entity.Stamp;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.etag.Written;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** Policies as data. */
@ApplicationScoped
class PolicyService {

    private static final List<Integer> SERIES_LEAD_DAYS = List.of(7, 3, 0);
    private static final LocalTime AGAIN = LocalTime.of(13, 0);
    private static final int MAX_LINES = 12;

    private final PolicyRepository repository;
    private final HolidayRepository holidays;
    private final Caller caller;
    private final Clock clock;

    PolicyService(
            PolicyRepository repository,
            HolidayRepository holidays,
            Caller caller,
            @SystemTime Clock clock) {
        this.repository = repository;
        this.holidays = holidays;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Written<PolicyView> put(String code, PutPolicy command, @Nullable IfMatch ifMatch) {
        Policy wanted = policy(code, command);
        return repository
                .put(
                        code,
                        ifMatch,
                        there -> there.says(wanted),
                        () -> new StoredPolicy(alone(wanted), stamp()),
                        there -> there.become(alone(wanted), stamp()))
                .map(PolicyView::of);
    }

    /**
     * The same, if no other policy has its scope.
     *
     * @throws Conflict if one has
     */
    private Policy alone(Policy policy) {
        repository
                .withScopeOf(policy)
                .ifPresent(
                        other -> {
                            throw new Conflict(
                                    "policy-scope-taken",
                                    Message.of(
                                            "The policy '%s' is for this cycle and unit already.",
                                            other),
                                    List.of(
                                            FieldError.at(
                                                    "/appliesTo",
                                                    Message.of(
                                                            "taken by the policy '%s'", other))));
                        });
        return policy;
    }

    Versioned<PolicyView> get(String code) {
        return repository
                .findByIdOptional(code)
                .map(there -> Versioned.of(PolicyView.of(there)))
                .orElseThrow(() -> NotFound.of("policy", code));
    }

    List<PolicyView> list() {
        return repository.inOrder().stream().map(PolicyView::of).toList();
    }

    @Transactional
    void delete(String code, @Nullable IfMatch ifMatch) {
        StoredPolicy there =
                repository.findLocked(code).orElseThrow(() -> NotFound.of("policy", code));
        IfMatch.require(ifMatch, there.etag());
        if (code.equals(Policy.DEFAULT)) {
            throw new Conflict(
                    "default-policy",
                    Message.of(
                            "The default policy applies where no other does, and stays. Change it instead."));
        }
        repository.delete(there);
    }

    private Policy policy(String code, PutPolicy command) {
        PutPolicy.AppliesTo scope = command.appliesTo();
        boolean everywhere = scope == null || (scope.cycle() == null && scope.unit() == null);
        if (everywhere != code.equals(Policy.DEFAULT)) {
            throw RuleBroken.at(
                    "invalid-policy",
                    "/appliesTo",
                    Message.of(
                            "The policy 'default' is for everything; any other names a cycle, a unit or both."));
        }
        Set<DayOfWeek> daysOff =
                command.daysOff().stream().map(PutPolicy.Weekday::day).collect(Collectors.toSet());
        checkHolidays(command.holidays());
        LocalTime at = LocalTime.parse(command.at());
        return new Policy(
                code,
                new TreeSet<>(command.leadDays()),
                new TreeSet<>(requireNonNullElse(command.seriesLeadDays(), SERIES_LEAD_DAYS)),
                command.overdue().first(),
                command.overdue().weekly().day(),
                command.escalateAfter(),
                at,
                again(at, command.again()),
                requireNonNullElse(command.maxLines(), MAX_LINES),
                zone(command.timeZone()),
                daysOff,
                command.holidays(),
                scope == null ? null : scope.cycle(),
                scope == null ? null : scope.unit());
    }

    private static LocalTime again(LocalTime at, @Nullable String asked) {
        LocalTime again = asked != null ? LocalTime.parse(asked) : at.isBefore(AGAIN) ? AGAIN : at;
        if (again.isBefore(at)) {
            throw RuleBroken.at(
                    "invalid-policy",
                    "/again",
                    Message.of("again must not be before at, which is %s.", at));
        }
        return again;
    }

    private void checkHolidays(List<String> codes) {
        Set<String> known = holidays.codes();
        for (int i = 0; i < codes.size(); i++) {
            if (!known.contains(codes.get(i))) {
                throw RuleBroken.at(
                        "invalid-policy",
                        "/holidays/" + i,
                        Message.of(
                                "There is no holiday calendar '%s'; put it to /v1/holidays/%s first.",
                                codes.get(i), codes.get(i)));
            }
        }
    }

    private static ZoneId zone(String id) {
        if (!ZoneId.getAvailableZoneIds().contains(id)) {
            throw RuleBroken.at(
                    "invalid-policy",
                    "/timeZone",
                    Message.of("'%s' is no time zone such as Asia/Bangkok.", id));
        }
        return ZoneId.of(id);
    }

    private Stamp stamp() {
        return new Stamp(clock.instant(), caller.subject());
    }
}
