package org.kongdee.notification.digest;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.board.Board;
import org.kongdee.notification.planning.Deadline;
import org.kongdee.notification.planning.Entry;
import org.kongdee.notification.planning.Recipient;

/**
 * What a digest is made from.
 *
 * @param entries in the order in which they are said
 * @param maxLines how many of them are shown
 * @param overdue how much is overdue in all
 * @param waiting how many items wait for the reader's review
 * @param boards of the units that the reader directs; none but on the weekly day
 * @param knownAsOf since when rubric-service has not been heard; null if it answers
 * @param snoozable what can be put off: a working day is left on or before its due date
 */
public record DigestContent(
        Recipient recipient,
        LocalDate date,
        List<Entry> entries,
        int maxLines,
        int overdue,
        int waiting,
        List<Board> boards,
        @Nullable LocalDateTime knownAsOf,
        Set<Deadline> snoozable) {

    public DigestContent {
        entries = List.copyOf(entries);
        boards = List.copyOf(boards);
        snoozable = Set.copyOf(snoozable);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a digest without lines is not sent");
        }
    }

    /** Where every day is worked. */
    public DigestContent(
            Recipient recipient,
            LocalDate date,
            List<Entry> entries,
            int maxLines,
            int overdue,
            int waiting,
            List<Board> boards,
            @Nullable LocalDateTime knownAsOf) {
        this(
                recipient,
                date,
                entries,
                maxLines,
                overdue,
                waiting,
                boards,
                knownAsOf,
                entries.stream()
                        .map(Entry::deadline)
                        .filter(d -> d.due() != null && d.due().isAfter(date))
                        .collect(toSet()));
    }

    /** Those that are shown. */
    List<Entry> shown() {
        return entries.subList(0, Math.min(maxLines, entries.size()));
    }

    /** How many are not. */
    int more() {
        return entries.size() - shown().size();
    }
}
