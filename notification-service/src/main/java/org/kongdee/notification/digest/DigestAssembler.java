package org.kongdee.notification.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DeadlineRepository;
import org.kongdee.notification.message.StoredMessage;
import org.kongdee.notification.milestone.MirrorAge;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Plan;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.notification.planning.Silence;
import org.kongdee.notification.planning.Unsaid;
import org.kongdee.notification.recipient.RecipientRepository;
import org.kongdee.notification.reminder.ReminderRepository;
import org.kongdee.notification.reminder.ReminderRepository.QueuedLine;
import org.kongdee.notification.silence.SilenceRepository;

/**
 * Puts queued digests together from what is true at this moment: what was met, moved or silenced
 * after the pass is left out, and the address is the present one.
 */
@ApplicationScoped
class DigestAssembler {

    private final ReminderRepository reminders;
    private final DeadlineRepository deadlines;
    private final SilenceRepository silences;
    private final RecipientRepository recipients;
    private final MirrorAge mirror;

    DigestAssembler(
            ReminderRepository reminders,
            DeadlineRepository deadlines,
            SilenceRepository silences,
            RecipientRepository recipients,
            MirrorAge mirror) {
        this.reminders = reminders;
        this.deadlines = deadlines;
        this.silences = silences;
        this.recipients = recipients;
        this.mirror = mirror;
    }

    /**
     * @param digests what there is to say, by message; a message that is missing has nothing to say
     * @param dropped why a line is left out, by reminder
     */
    record Assembled(Map<UUID, DigestContent> digests, Map<UUID, Unsaid> dropped) {}

    private record DueKey(String deadline, LocalDate due) {}

    Assembled assemble(Collection<StoredMessage> messages) {
        List<QueuedLine> lines = reminders.lines(messages.stream().map(StoredMessage::id).toList());
        if (lines.isEmpty()) {
            return new Assembled(Map.of(), Map.of());
        }
        List<String> names = messages.stream().map(StoredMessage::recipient).distinct().toList();
        Map<String, Recipient> people = recipients.named(names);
        Map<Silence.Key, Silence> silenced = silences.of(names);
        Map<DueKey, Deadline> due = present(lines);
        Map<UUID, List<QueuedLine>> byMessage =
                lines.stream().collect(Collectors.groupingBy(QueuedLine::message));
        Map<String, LocalDateTime> stale = mirror.stale(cycles(due.values()));
        Map<UUID, DigestContent> digests = new HashMap<>();
        Map<UUID, Unsaid> dropped = new HashMap<>();
        for (StoredMessage message : messages) {
            Recipient recipient = people.get(message.recipient());
            List<Plan.Line> said = new ArrayList<>();
            for (QueuedLine line : byMessage.getOrDefault(message.id(), List.of())) {
                Deadline deadline = due.get(new DueKey(line.deadline(), line.due()));
                Silence silence =
                        silenced.get(
                                new Silence.Key(message.recipient(), line.deadline(), line.due()));
                Unsaid why = Unsaid.why(recipient, deadline, silence, message.passDate());
                if (why != null) {
                    dropped.put(line.reminder(), why);
                } else if (deadline != null) {
                    said.add(new Plan.Line(deadline, line.leadDays(), line.daysLeft()));
                }
            }
            if (recipient != null && !said.isEmpty()) {
                said.sort(Plan.Line.READING_ORDER);
                digests.put(
                        message.id(),
                        new DigestContent(
                                recipient, message.passDate(), said, oldest(said, stale)));
            }
        }
        return new Assembled(digests, dropped);
    }

    private static Set<String> cycles(Collection<Deadline> deadlines) {
        return deadlines.stream()
                .map(Deadline::cycle)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
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

    private Map<DueKey, Deadline> present(List<QueuedLine> lines) {
        LocalDate first =
                lines.stream().map(QueuedLine::due).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                lines.stream().map(QueuedLine::due).max(LocalDate::compareTo).orElseThrow();
        return deadlines
                .due(lines.stream().map(QueuedLine::deadline).distinct().toList(), first, last)
                .stream()
                .collect(Collectors.toMap(d -> new DueKey(d.id(), d.due()), d -> d));
    }
}
