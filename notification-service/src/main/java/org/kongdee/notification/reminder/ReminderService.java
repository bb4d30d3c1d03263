package org.kongdee.notification.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DeadlineRepository;
import org.kongdee.notification.message.MessageRepository;
import org.kongdee.notification.planning.Coverage;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Plan;
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

/** What was said to whom, what may be said again, and what nobody hears. */
@ApplicationScoped
class ReminderService {

    private static final int GAPS_BEHIND_DAYS = 366;
    private static final int GAPS_AHEAD_DAYS = 366;

    private final ReportRepository repository;
    private final MessageRepository mails;
    private final DeadlineRepository deadlines;
    private final SilenceRepository silences;
    private final RecipientRepository recipients;
    private final SnoozeService snoozes;
    private final Caller caller;

    ReminderService(
            ReportRepository repository,
            MessageRepository mails,
            DeadlineRepository deadlines,
            SilenceRepository silences,
            RecipientRepository recipients,
            SnoozeService snoozes,
            Caller caller) {
        this.repository = repository;
        this.mails = mails;
        this.deadlines = deadlines;
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
        Deadline deadline =
                deadlines.due(List.of(reminder.deadline()), reminder.due(), reminder.due()).stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new Conflict(
                                                "deadline-settled",
                                                "The deadline has moved or is gone."));
        return snoozes.snooze(reminder.recipient(), deadline, days);
    }

    @Transactional
    ReminderView resend(UUID id) {
        ReminderView reminder = find(id);
        if (reminder.message() == null || !mails.requeue(reminder.message())) {
            throw new Conflict(
                    "not-resendable",
                    "Only a mail that was sent, failed or is unconfirmed can be sent again; this one is %s."
                            .formatted(reminder.status()));
        }
        return find(id);
    }

    /** Sections and units nobody is told about, with how many deadlines that concerns. */
    List<CoverageGap> gaps(@Nullable String unit, LocalDate today) {
        String only = caller.seesOwnUnitOnly() ? caller.unit().orElse("") : unit;
        LocalDate from = today.minusDays(GAPS_BEHIND_DAYS);
        LocalDate to = today.plusDays(GAPS_AHEAD_DAYS);
        List<Deadline> open =
                only == null
                        ? deadlines.dueBetween(from, to)
                        : deadlines.dueBetween(only, from, to);
        Map<Silence.Key, Silence> silenced = silences.dueBetween(from, to);
        Map<List<@Nullable String>, List<Plan.Gap>> bySection = new LinkedHashMap<>();
        for (Plan.Gap gap : Coverage.gaps(open, recipients.everybody(), silenced, today)) {
            List<@Nullable String> section = new ArrayList<>();
            section.add(gap.unit());
            section.add(gap.section());
            bySection.computeIfAbsent(section, s -> new ArrayList<>()).add(gap);
        }
        return bySection.values().stream()
                .map(CoverageGap::of)
                .sorted(
                        Comparator.comparing(CoverageGap::unit)
                                .thenComparing(
                                        CoverageGap::section,
                                        Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private ReminderView find(UUID id) {
        ReminderView view =
                repository.find(id).orElseThrow(() -> NotFound.of("reminder", id.toString()));
        if (caller.seesOwnUnitOnly() && !caller.isOf(view.unit())) {
            throw NotFound.of("reminder", id.toString());
        }
        return view;
    }

    private ReminderFilter visible(ReminderFilter filter) {
        return caller.seesOwnUnitOnly() ? filter.ofUnit(caller.unit().orElse("")) : filter;
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
