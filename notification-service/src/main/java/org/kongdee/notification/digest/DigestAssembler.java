package org.kongdee.notification.digest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.board.Board;
import org.kongdee.notification.board.BoardService;
import org.kongdee.notification.deadline.DeadlineRepository;
import org.kongdee.notification.deadline.DueRepository;
import org.kongdee.notification.message.StoredMessage;
import org.kongdee.notification.milestone.MirrorAge;
import org.kongdee.notification.planning.Coverage;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Entry;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.Policies;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Rules;
import org.kongdee.notification.planning.Silence;
import org.kongdee.notification.planning.Unsaid;
import org.kongdee.notification.policy.PolicyRepository;
import org.kongdee.notification.recipient.RecipientRepository;
import org.kongdee.notification.reminder.ReminderRepository;
import org.kongdee.notification.reminder.ReminderRepository.QueuedLine;
import org.kongdee.notification.silence.SilenceRepository;
import org.kongdee.notification.standing.StandingRepository;
import org.kongdee.notification.standing.StandingRepository.InCycle;

/**
 * Puts queued digests together from what is true at this moment: what was met, moved or silenced
 * after the pass is left out, and the address is the present one.
 */
@ApplicationScoped
class DigestAssembler {

    private static final int BEHIND_DAYS = 400;

    private final ReminderRepository reminders;
    private final DeadlineRepository deadlines;
    private final DueRepository due;
    private final SilenceRepository silences;
    private final RecipientRepository recipients;
    private final PolicyRepository policies;
    private final StandingRepository standings;
    private final BoardService boards;
    private final MirrorAge mirror;
    private final Clock clock;

    DigestAssembler(
            ReminderRepository reminders,
            DeadlineRepository deadlines,
            DueRepository due,
            SilenceRepository silences,
            RecipientRepository recipients,
            PolicyRepository policies,
            StandingRepository standings,
            BoardService boards,
            MirrorAge mirror,
            Clock clock) {
        this.reminders = reminders;
        this.deadlines = deadlines;
        this.due = due;
        this.silences = silences;
        this.recipients = recipients;
        this.policies = policies;
        this.standings = standings;
        this.boards = boards;
        this.mirror = mirror;
        this.clock = clock;
    }

    /**
     * @param digests what there is to say, by message; a message that is missing has nothing to say
     * @param dropped why a line is left out, by reminder
     * @param waiting lines that are worth no mail by themselves: they wait for the next, by
     *     reminder
     */
    record Assembled(
            Map<UUID, DigestContent> digests, Map<UUID, Unsaid> dropped, Set<UUID> waiting) {}

    private record DueKey(String deadline, LocalDate day) {}

    /** What is true now, of all that these mails are about. */
    private record Present(
            Map<String, Recipient> people,
            Map<Silence.Key, Silence> silences,
            Map<DueKey, Deadline> due,
            List<Deadline> overdue,
            Map<String, List<InCycle>> standings,
            Map<LocalDate, Map<String, Board>> boards,
            Policies policies,
            Map<String, LocalDateTime> stale) {}

    Assembled assemble(Collection<StoredMessage> messages) {
        List<QueuedLine> lines = reminders.lines(messages.stream().map(StoredMessage::id).toList());
        if (lines.isEmpty()) {
            return new Assembled(Map.of(), Map.of(), Set.of());
        }
        Present present = present(messages, lines);
        Map<UUID, List<QueuedLine>> byMessage =
                lines.stream().collect(groupingBy(QueuedLine::message));
        Map<UUID, DigestContent> digests = new HashMap<>();
        Map<UUID, Unsaid> dropped = new HashMap<>();
        Set<UUID> waiting = new HashSet<>();
        for (StoredMessage message : messages) {
            Map<UUID, Plan.Line> said = new LinkedHashMap<>();
            for (QueuedLine line : byMessage.getOrDefault(message.id(), List.of())) {
                Unsaid why = why(message, line, present);
                if (why == null) {
                    said.put(line.reminder(), line(line, message.passDate(), present));
                } else {
                    dropped.put(line.reminder(), why);
                }
            }
            Recipient recipient = present.people().get(message.recipient());
            if (said.values().stream().noneMatch(Plan.Line::isWorthAMail)) {
                waiting.addAll(said.keySet());
            } else if (recipient != null) {
                digests.put(
                        message.id(),
                        content(
                                recipient,
                                message.passDate(),
                                List.copyOf(said.values()),
                                present));
            }
        }
        return new Assembled(digests, dropped, waiting);
    }

    private Present present(Collection<StoredMessage> messages, List<QueuedLine> lines) {
        List<String> names = messages.stream().map(StoredMessage::recipient).distinct().toList();
        Map<String, Recipient> people = recipients.named(names);
        Set<String> units =
                people.values().stream().flatMap(r -> r.units().stream()).collect(toSet());
        LocalDate date =
                messages.stream()
                        .map(StoredMessage::passDate)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        Map<DueKey, Deadline> now = now(lines);
        Policies rules = policies.policies();
        return new Present(
                people,
                silences.of(names),
                now,
                due.overdue(units, names, date.minusDays(BEHIND_DAYS), date),
                standings.of(units).stream().collect(groupingBy(in -> in.standing().unit())),
                boards(messages, people, rules),
                rules,
                mirror.stale(cycles(now.values())));
    }

    private Map<DueKey, Deadline> now(List<QueuedLine> lines) {
        List<LocalDate> days =
                lines.stream().map(QueuedLine::due).filter(Objects::nonNull).sorted().toList();
        LocalDate first = days.isEmpty() ? LocalDate.EPOCH : days.getFirst();
        LocalDate last = days.isEmpty() ? LocalDate.EPOCH : days.getLast();
        return deadlines
                .due(lines.stream().map(QueuedLine::deadline).distinct().toList(), first, last)
                .stream()
                .collect(toMap(d -> new DueKey(d.id(), d.day()), d -> d));
    }

    private static @Nullable Unsaid why(StoredMessage message, QueuedLine line, Present present) {
        return Unsaid.why(
                present.people().get(message.recipient()),
                present.due().get(new DueKey(line.deadline(), line.day())),
                line.occasion(),
                present.silences()
                        .get(new Silence.Key(message.recipient(), line.deadline(), line.day())),
                message.passDate());
    }

    private static Plan.Line line(QueuedLine line, LocalDate date, Present present) {
        Deadline deadline =
                Objects.requireNonNull(present.due().get(new DueKey(line.deadline(), line.day())));
        return Plan.Line.of(
                deadline, line.occasion(), line.leadDays(), date, line.about(), line.before());
    }

    private DigestContent content(
            Recipient recipient, LocalDate date, List<Plan.Line> said, Present present) {
        List<Rules> rules =
                said.stream()
                        .map(Plan.Line::deadline)
                        .map(d -> present.policies().rulesFor(d.cycle(), d.unit()))
                        .distinct()
                        .toList();
        return new DigestContent(
                recipient,
                date,
                Entry.of(said),
                rules.stream().mapToInt(rule -> rule.policy().maxLines()).max().orElseThrow(),
                overdue(recipient, date, present),
                waiting(recipient, present.standings()),
                boards(recipient, date, present),
                oldest(said, present.stale()),
                snoozable(said, present.policies()));
    }

    private Set<Deadline> snoozable(List<Plan.Line> said, Policies policies) {
        return said.stream()
                .map(Plan.Line::deadline)
                .filter(deadline -> deadline.due() != null)
                .filter(deadline -> canWait(deadline, policies))
                .collect(toSet());
    }

    private boolean canWait(Deadline deadline, Policies policies) {
        Rules rules = policies.rulesFor(deadline.cycle(), deadline.unit());
        return rules.mostSnoozed(rules.today(clock.instant()), deadline) > 0;
    }

    private static int overdue(Recipient recipient, LocalDate date, Present present) {
        List<Deadline> overdue =
                present.overdue().stream().filter(d -> d.isOverdueOn(date)).toList();
        return Coverage.overdue(recipient, overdue, present.silences());
    }

    /** For the heads of its section, and for the director what no section answers for. */
    private static int waiting(Recipient recipient, Map<String, List<InCycle>> standings) {
        int waiting = 0;
        for (String unit : recipient.units()) {
            for (InCycle in : standings.getOrDefault(unit, List.of())) {
                waiting +=
                        in.standing().sections().stream()
                                .filter(section -> recipient.heads(unit, section.section()))
                                .mapToInt(section -> section.waiting())
                                .sum();
                waiting += recipient.directs(unit) ? in.standing().unassigned() : 0;
            }
        }
        return waiting;
    }

    /** Of all the directors at once, by the day of their mail. */
    private Map<LocalDate, Map<String, Board>> boards(
            Collection<StoredMessage> messages, Map<String, Recipient> people, Policies policies) {
        Map<LocalDate, Set<String>> directed = new HashMap<>();
        for (StoredMessage message : messages) {
            Recipient recipient = people.get(message.recipient());
            if (recipient != null) {
                directed.computeIfAbsent(message.passDate(), _ -> new HashSet<>())
                        .addAll(directed(recipient, message.passDate(), policies));
            }
        }
        Map<LocalDate, Map<String, Board>> found = new HashMap<>();
        directed.forEach(
                (date, units) ->
                        found.put(
                                date,
                                units.isEmpty() ? Map.of() : boards.boards(units, date, policies)));
        return found;
    }

    private static List<Board> boards(Recipient recipient, LocalDate date, Present present) {
        Map<String, Board> known = present.boards().getOrDefault(date, Map.of());
        return directed(recipient, date, present.policies()).stream()
                .flatMap(unit -> Stream.ofNullable(known.get(unit)))
                .toList();
    }

    /** The units whose boards they see in their mail, if it is their weekly day. */
    private static List<String> directed(Recipient recipient, LocalDate date, Policies policies) {
        return recipient.units().stream()
                .filter(recipient::directs)
                .filter(unit -> policies.rulesFor(null, unit).isWeeklyDay(date))
                .toList();
    }

    private static Set<String> cycles(Collection<Deadline> deadlines) {
        return deadlines.stream().map(Deadline::cycle).filter(Objects::nonNull).collect(toSet());
    }

    private static @Nullable LocalDateTime oldest(
            List<Plan.Line> said, Map<String, LocalDateTime> stale) {
        return said.stream()
                .map(line -> line.deadline().cycle())
                .filter(Objects::nonNull)
                .map(stale::get)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
