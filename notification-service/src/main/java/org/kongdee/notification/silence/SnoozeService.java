package org.kongdee.notification.silence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.kongdee.notification.deadline.DeadlineService;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Rules;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.RuleBroken;

/** Puts a deadline off for one recipient, but never past its due date. */
@ApplicationScoped
public class SnoozeService {

    public static final int MAX_DAYS = 7;

    private final SilenceRepository silences;
    private final PolicyRepository policies;
    private final Clock clock;

    SnoozeService(SilenceRepository silences, PolicyRepository policies, Clock clock) {
        this.silences = silences;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @return the working day on which the recipient is reminded again
     * @throws Conflict if there is nothing to be reminded of
     * @throws RuleBroken if no working day is left before the deadline ends
     */
    @Transactional
    public LocalDate snooze(Recipient recipient, Deadline deadline, int days) {
        if (!deadline.isOpen()) {
            throw DeadlineService.settled(deadline);
        }
        Rules rules = policies.policies().rulesFor(deadline.cycle(), deadline.unit());
        LocalDate today = LocalDate.ofInstant(clock.instant(), rules.policy().timeZone());
        LocalDate wake = wakeDay(today, days, rules);
        if (wake.isAfter(deadline.day())) {
            throw RuleBroken.at(
                    "snooze-past-due",
                    "/days",
                    "That would be after the due date, %s.".formatted(deadline.due()));
        }
        silences.snooze(recipient, deadline, wake);
        return wake;
    }

    /** A working day: the one before where that is still to come, else the one after. */
    private static LocalDate wakeDay(LocalDate today, int days, Rules rules) {
        LocalDate asked = today.plusDays(days);
        LocalDate before = rules.calendar().onOrBefore(asked);
        return before.isAfter(today) ? before : rules.calendar().onOrAfter(asked);
    }
}
