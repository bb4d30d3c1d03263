package org.kongdee.notification.silence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kongdee.notification.deadline.DeadlineService;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Rules;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/** Puts a deadline off for one recipient, but never past its due date. */
@ApplicationScoped
public class SnoozeService {

    private final SilenceRepository silences;
    private final PolicyRepository policies;
    private final Clock clock;

    SnoozeService(SilenceRepository silences, PolicyRepository policies, Clock clock) {
        this.silences = silences;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * The same of the rows of one thing, which are due on one day.
     *
     * @param rows at least one
     */
    @Transactional
    public LocalDate snooze(Recipient recipient, List<Deadline> rows, int days) {
        LocalDate wake = snooze(recipient, rows.getFirst(), days);
        rows.stream().skip(1).forEach(row -> silences.snooze(recipient, row, wake));
        return wake;
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
        Rules rules = rules(deadline);
        LocalDate wake = rules.wakeDay(rules.today(clock.instant()), days);
        if (wake.isAfter(deadline.day())) {
            throw RuleBroken.at(
                    "snooze-past-due",
                    "/days",
                    Message.of(
                            "Put off for so many days, it would come after the due date, %s.",
                            deadline.due()));
        }
        silences.snooze(recipient, deadline, wake);
        return wake;
    }

    /** How many days it can be put off; 0 if no working day is left before it ends. */
    public int most(Deadline deadline) {
        Rules rules = rules(deadline);
        return rules.mostSnoozed(rules.today(clock.instant()), deadline);
    }

    private Rules rules(Deadline deadline) {
        return policies.policies().rulesFor(deadline.cycle(), deadline.unit());
    }
}
