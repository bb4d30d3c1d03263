package org.kongdee.notification.digest;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.board.Board;
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
 */
public record DigestContent(
        Recipient recipient,
        LocalDate date,
        List<Entry> entries,
        int maxLines,
        int overdue,
        int waiting,
        List<Board> boards,
        @Nullable LocalDateTime knownAsOf) {

    public DigestContent {
        entries = List.copyOf(entries);
        boards = List.copyOf(boards);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a digest without lines is not sent");
        }
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
