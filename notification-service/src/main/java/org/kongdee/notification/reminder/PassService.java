package org.kongdee.notification.reminder;

import static java.util.stream.Collectors.toSet;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DueRepository;
import org.kongdee.notification.deadline.Who;
import org.kongdee.notification.message.OutboxRepository;
import org.kongdee.notification.message.OutboxRepository.NewDigest;
import org.kongdee.notification.message.OutboxRepository.Unsent;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.Planner;
import org.kongdee.notification.planning.Policies;
import org.kongdee.notification.planning.Policy;
import org.kongdee.notification.planning.Situation;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.notification.recipient.RecipientRepository;
import org.kongdee.notification.silence.SilenceRepository;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/**
 * The daily pass: plans a date and queues its digests. It works in slices of recipients, each in
 * one transaction with its ledger rows and mails; a pass that dies is begun again and leaves out
 * what is in the ledger.
 */
@ApplicationScoped
public class PassService {

    private static final Logger LOG = Logger.getLogger(PassService.class);
    private static final int SLICE = 500;
    private static final Who DAILY = new Who("daily pass", null);
    private static final Who AGAIN = new Who("second pass of the day", null);

    /** A deadline further ahead than the longest lead and the longest holiday cannot matter. */
    private static final int AHEAD_DAYS = Policy.MAX_LEAD_DAYS + 62;

    /** Nothing is chased for longer than a cycle can last. */
    private static final int BEHIND_DAYS = 400;

    private final PassRepository passes;
    private final ReminderRepository reminders;
    private final OutboxRepository outbox;
    private final DueRepository due;
    private final SilenceRepository silences;
    private final RecipientRepository recipients;
    private final PolicyRepository policies;
    private final Clock clock;

    PassService(
            PassRepository passes,
            ReminderRepository reminders,
            OutboxRepository outbox,
            DueRepository due,
            SilenceRepository silences,
            RecipientRepository recipients,
            PolicyRepository policies,
            Clock clock) {
        this.passes = passes;
        this.reminders = reminders;
        this.outbox = outbox;
        this.due = due;
        this.silences = silences;
        this.recipients = recipients;
        this.policies = policies;
        this.clock = clock;
    }

    /** What the pass of {@code date} would send, if those of the days before it had run. */
    @Transactional
    List<Plan> dryRun(LocalDate date) {
        Policies rules = policies.policies();
        Set<String> served = outbox.served(date);
        return rules.timeZones().stream()
                .map(
                        zone -> {
                            LocalDate last = passes.lastCompleted(date, zone);
                            boolean between = last != null && last.isBefore(date.minusDays(1));
                            return shown(
                                    plan(date, zone, rules, between ? null : last, between)
                                            .withoutMailTo(served));
                        })
                .toList();
    }

    /**
     * Does the pass for {@code date}, in every zone; what was said before is not said again.
     *
     * @throws RuleBroken if the date has not begun anywhere
     * @throws Conflict if another replica is at it
     */
    List<Plan> run(LocalDate date, Who who) {
        List<ZoneId> zones = policies.policies().timeZones();
        if (zones.stream().allMatch(zone -> date.isAfter(today(zone)))) {
            throw RuleBroken.at(
                    "date-in-future",
                    "/date",
                    Message.of(
                            "A pass for a day to come can only be a dry run; its mail would be stale by then."));
        }
        List<Plan> plans = new ArrayList<>();
        for (ZoneId zone : zones) {
            Plan plan = run(date, zone, who);
            if (plan == null) {
                throw new Conflict(
                        "pass-running", Message.of("A pass for %s is running already.", date));
            }
            plans.add(QuarkusTransaction.requiringNew().call(() -> shown(plan)));
        }
        return plans;
    }

    /**
     * Does today's pass wherever the day has begun and the pass is not done, and does it again at
     * the policies' hours for that; called by a timer.
     */
    void runDue() {
        Policies rules = policies.policies();
        for (ZoneId zone : rules.timeZones()) {
            LocalDate today = today(zone);
            if (!passes.isCompleted(today, zone)) {
                Plan unused = run(today, zone, DAILY);
            } else if (isTimeToRunAgain(today, zone, rules) && run(today, zone, AGAIN) != null) {
                passes.doneAgain(today, zone);
            }
        }
    }

    private boolean isTimeToRunAgain(LocalDate today, ZoneId zone, Policies rules) {
        Instant now = clock.instant();
        return rules.againIn(zone).stream()
                .map(hour -> today.atTime(hour).atZone(zone).toInstant())
                .filter(hour -> !hour.isAfter(now))
                .anyMatch(hour -> !passes.isDoneAgain(today, zone, hour));
    }

    private @Nullable Plan run(LocalDate date, ZoneId zone, Who who) {
        if (!QuarkusTransaction.requiringNew().call(() -> begin(date, zone, who))) {
            return null;
        }
        Plan plan =
                QuarkusTransaction.requiringNew()
                        .timeout(600)
                        .call(
                                () ->
                                        plan(
                                                date,
                                                zone,
                                                policies.policies(),
                                                passes.reachFrom(date, zone),
                                                false));
        passes.total(date, zone, plan.digests().size());
        LOG.infof(
                "pass %s %s by %s: %d digests to queue; GET /v1/runs shows how far it is",
                date, zone, who.by(), plan.digests().size());
        Set<String> served = new HashSet<>();
        for (List<Plan.Digest> slice : slices(plan.digests())) {
            served.addAll(QuarkusTransaction.requiringNew().call(() -> queue(date, zone, slice)));
        }
        for (List<Plan.Suppressed> slice : slices(plan.suppressed())) {
            QuarkusTransaction.requiringNew()
                    .run(
                            () -> {
                                reminders.addSuppressed(date, slice);
                                passes.progress(date, zone, 0, 0, slice.size());
                            });
        }
        passes.complete(date, zone);
        LOG.infof(
                "pass %s %s by %s: done, %d digests, %d suppressed, %d gaps",
                date,
                zone,
                who.by(),
                plan.digests().size(),
                plan.suppressed().size(),
                plan.gaps().size());
        return plan.withoutMailTo(served);
    }

    private boolean begin(LocalDate date, ZoneId zone, Who who) {
        LocalDate completed = passes.lastCompleted(date, zone);
        if (!passes.begin(date, zone, completed, who)) {
            return false;
        }
        LocalDate unsent = takeBackUnsent(date);
        if (unsent != null && (completed == null || unsent.isBefore(completed))) {
            passes.reachBackTo(date, zone, unsent);
        }
        return true;
    }

    /**
     * Gives up digests of earlier days that never left. Their reminders go into this pass's digest
     * instead.
     *
     * @return the first of those days, or null
     */
    private @Nullable LocalDate takeBackUnsent(LocalDate date) {
        List<Unsent> unsent = outbox.unsentBefore(date, Planner.REACH_BACK_DAYS);
        if (unsent.isEmpty()) {
            return null;
        }
        List<UUID> messages = unsent.stream().map(Unsent::message).toList();
        reminders.forget(messages);
        outbox.discard(messages);
        return unsent.stream().map(Unsent::date).min(LocalDate::compareTo).orElse(null);
    }

    /** Returns who has had two mails already, and so gets no more today. */
    private Set<String> queue(LocalDate date, ZoneId zone, List<Plan.Digest> slice) {
        List<NewDigest> digests =
                slice.stream()
                        .map(
                                digest ->
                                        new NewDigest(
                                                digest.recipient(),
                                                digest.unit(),
                                                date.atTime(digest.at()).atZone(zone).toInstant(),
                                                date.atTime(digest.again())
                                                        .atZone(zone)
                                                        .toInstant()))
                        .toList();
        Map<String, UUID> messages = outbox.queue(digests, date);
        int lines = reminders.add(date, slice, messages);
        outbox.discard(reminders.empty(messages.values()));
        passes.progress(date, zone, slice.size(), lines, 0);
        return slice.stream()
                .map(digest -> digest.recipient().id())
                .filter(recipient -> !messages.containsKey(recipient))
                .collect(toSet());
    }

    private Plan plan(
            LocalDate date,
            ZoneId zone,
            Policies rules,
            @Nullable LocalDate lastPass,
            boolean newsTold) {
        LocalDate from = date.minusDays(BEHIND_DAYS);
        LocalDate to = date.plusDays(AHEAD_DAYS);
        return Planner.plan(
                date,
                new Situation(
                        due.between(from, to),
                        recipients.everybody(),
                        rules,
                        silences.dueBetween(from, to),
                        reminders.saidSince(date.minusDays(Planner.REACH_BACK_DAYS)),
                        reminders.pausedSince(date.minusDays(Planner.REACH_BACK_DAYS)),
                        zone,
                        lastPass,
                        newsTold));
    }

    /** The same with all that is shown of what it says; planning does without. */
    private Plan shown(Plan plan) {
        Set<String> said = new HashSet<>();
        plan.digests().forEach(d -> d.lines().forEach(line -> said.add(line.deadline().id())));
        Map<String, Deadline.Shown> full = new HashMap<>();
        slices(said).forEach(some -> full.putAll(due.shown(some)));
        return plan.with(
                d -> {
                    Deadline.Shown shown = full.get(d.id());
                    return shown == null ? d : d.with(shown);
                });
    }

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static <T> List<List<T>> slices(Collection<T> all) {
        return all.stream().gather(Gatherers.windowFixed(SLICE)).toList();
    }
}
