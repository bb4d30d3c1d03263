package org.kongdee.notification.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DeadlineRepository;
import org.kongdee.notification.deadline.DueRepository;
import org.kongdee.notification.message.MessageRepository;
import org.kongdee.notification.planning.Coverage;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Silence;
import org.kongdee.notification.recipient.RecipientRepository;
import org.kongdee.notification.reminder.ReportRepository.ReminderFilter;
import org.kongdee.notification.silence.SilenceRepository;
import org.kongdee.notification.silence.SnoozeService;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Caller;
import org.kongdee.web.security.Roles;
import org.kongdee.web.text.Message;

/** What was said to whom, what may be said again, and what nobody hears. */
@ApplicationScoped
class ReminderService {

    private static final int GAPS_BEHIND_DAYS = 366;
    private static final int GAPS_AHEAD_DAYS = 366;

    private final ReportRepository repository;
    private final MessageRepository mails;
    private final DeadlineRepository deadlines;
    private final DueRepository due;
    private final SilenceRepository silences;
    private final RecipientRepository recipients;
    private final SnoozeService snoozes;
    private final Caller caller;

    ReminderService(
            ReportRepository repository,
            MessageRepository mails,
            DeadlineRepository deadlines,
            DueRepository due,
            SilenceRepository silences,
            RecipientRepository recipients,
            SnoozeService snoozes,
            Caller caller) {
        this.repository = repository;
        this.mails = mails;
        this.deadlines = deadlines;
        this.due = due;
        this.silences = silences;
        this.recipients = recipients;
        this.snoozes = snoozes;
        this.caller = caller;
    }

    Page<ReminderView> list(ReminderFilter filter, Paging paging) {
        ReminderFilter visible = visible(filter);
        return Page.of(
                repository.list(visible, paging.size(), paging.offset()).stream()
                        .map(this::redacted)
                        .toList(),
                paging,
                repository.count(visible));
    }

    @Transactional
    void each(ReminderFilter filter, Consumer<ReminderView> sink) {
        boolean hideAddresses = hidesAddresses();
        repository.each(
                visible(filter), view -> sink.accept(hideAddresses ? withoutAddress(view) : view));
    }

    ReminderView get(UUID id) {
        return redacted(find(id));
    }

    @Transactional
    LocalDate snooze(UUID id, int days) {
        ReminderView reminder = find(id);
        Conflict gone =
                new Conflict("deadline-settled", Message.of("The deadline has moved or is gone."));
        LocalDate due = reminder.due();
        Deadline deadline =
                deadlines
                        .onDay(reminder.deadline(), due == null ? Deadline.NEVER : due)
                        .orElseThrow(() -> gone);
        Recipient recipient = recipients.recipient(reminder.recipient()).orElseThrow(() -> gone);
        return snoozes.snooze(recipient, deadline, days);
    }

    @Transactional
    ReminderView resend(UUID id) {
        ReminderView reminder = find(id);
        if (reminder.message() == null || !mails.requeue(reminder.message())) {
            throw new Conflict(
                    "not-resendable",
                    Message.of(
                            "Only a mail that was sent, failed or is unconfirmed can be sent again; this one is %s.",
                            reminder.status()));
        }
        return find(id);
    }

    /** Owners nobody is told about, with how many deadlines that concerns. */
    List<CoverageGap> gaps(@Nullable String unit, LocalDate today) {
        String own = caller.onlyUnit();
        String only = own == null ? unit : own;
        LocalDate from = today.minusDays(GAPS_BEHIND_DAYS);
        LocalDate to = today.plusDays(GAPS_AHEAD_DAYS);
        List<Deadline> open =
                only == null
                        ? due.between(from, to)
                        : due.between(List.of(only), List.of(), from, to);
        Map<Silence.Key, Silence> silenced = silences.dueBetween(from, to);
        Map<CoverageGap.Of, List<Plan.Gap>> byOwner = new LinkedHashMap<>();
        for (Plan.Gap gap : Coverage.gaps(open, recipients.everybody(), silenced, today)) {
            byOwner.computeIfAbsent(CoverageGap.Of.of(gap), _ -> new ArrayList<>()).add(gap);
        }
        return byOwner.values().stream().map(CoverageGap::of).sorted(CoverageGap.ORDER).toList();
    }

    private ReminderView find(UUID id) {
        ReminderView view =
                repository.find(id).orElseThrow(() -> NotFound.of("reminder", id.toString()));
        if (!caller.sees(view.unit())) {
            throw NotFound.of("reminder", id.toString());
        }
        return view;
    }

    private ReminderFilter visible(ReminderFilter filter) {
        String only = caller.onlyUnit();
        return only == null ? filter : filter.ofUnit(only);
    }

    /** A viewer reads everything but recipients; an address is one. */
    private boolean hidesAddresses() {
        return !caller.isAny(Roles.ORGANISER, Roles.OFFICER);
    }

    private ReminderView redacted(ReminderView view) {
        return hidesAddresses() ? withoutAddress(view) : view;
    }

    private static ReminderView withoutAddress(ReminderView v) {
        return new ReminderView(
                v.id(),
                v.recipient(),
                null,
                v.unit(),
                v.deadline(),
                v.occasion(),
                v.due(),
                v.leadDays(),
                v.daysLeft(),
                v.date(),
                v.status(),
                v.reason(),
                v.message(),
                v.notBefore(),
                v.sentAt(),
                v.attempts(),
                null);
    }
}
