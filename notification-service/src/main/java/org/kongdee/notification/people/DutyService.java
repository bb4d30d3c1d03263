package org.kongdee.notification.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DeadlineRepository;
import org.kongdee.notification.deadline.DeadlineService;
import org.kongdee.notification.deadline.DeadlineView.DueDate;
import org.kongdee.notification.planning.Coverage;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.notification.recipient.RecipientRepository;
import org.kongdee.notification.silence.SilenceRepository;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Message;

/** What a person has to do, as their mails would say it. */
@ApplicationScoped
class DutyService {

    /** Stands for whoever asks. */
    static final String ME = "me";

    private static final int BEHIND_DAYS = 400;
    private static final int DEFAULT_AHEAD_DAYS = 90;
    private static final int MAX_AHEAD_DAYS = 400;

    private final RecipientRepository recipients;
    private final DeadlineRepository deadlines;
    private final SilenceRepository silences;
    private final PolicyRepository policies;
    private final Caller caller;
    private final Clock clock;

    DutyService(
            RecipientRepository recipients,
            DeadlineRepository deadlines,
            SilenceRepository silences,
            PolicyRepository policies,
            Caller caller,
            Clock clock) {
        this.recipients = recipients;
        this.deadlines = deadlines;
        this.silences = silences;
        this.policies = policies;
        this.caller = caller;
        this.clock = clock;
    }

    Page<DueDate> duties(String key, @Nullable LocalDate to, Paging paging) {
        Recipient person = find(key).orElseThrow(() -> NotFound.of("recipient", key));
        LocalDate today =
                policies.policies().today(person.posts().getFirst().unit(), clock.instant());
        LocalDate last = to == null ? today.plusDays(DEFAULT_AHEAD_DAYS) : to;
        if (last.isAfter(today.plusDays(MAX_AHEAD_DAYS))) {
            throw RuleBroken.parameter(
                    "invalid-period",
                    "to",
                    Message.of("to is at most %d days ahead.", MAX_AHEAD_DAYS));
        }
        List<Deadline> open =
                deadlines
                        .concerning(person.units(), person.id(), today.minusDays(BEHIND_DAYS), last)
                        .stream()
                        .filter(Deadline::isOpen)
                        .toList();
        return Page.of(
                Coverage.owed(person, open, silences.of(List.of(person.id()))).stream()
                        .sorted(DeadlineService.ORDER)
                        .map(deadline -> DueDate.of(deadline, today))
                        .toList(),
                paging);
    }

    /**
     * Whoever asks for themselves needs no role; of others an officer sees those of the own unit.
     */
    private Optional<Recipient> find(String key) {
        if (key.equals(ME)) {
            return recipients.withSubject(caller.subject());
        }
        return recipients.recipient(key).filter(person -> person.isSeenBy(caller.onlyUnit()));
    }
}
