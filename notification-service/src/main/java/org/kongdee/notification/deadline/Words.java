package org.kongdee.notification.deadline;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last words about due dates, as far as what is owed does not keep them itself: about the
 * occurrences of a series, and about milestones what rubric-service has not heard yet.
 */
public final class Words {

    /** Where nothing is said. */
    public static final Words NONE = new Words(Map.of(), Map.of());

    private final Map<String, Word> milestones;
    private final Map<Key, Word> occurrences;

    /** An occurrence of a series. */
    public record Key(String task, LocalDate due) {}

    Words(Map<String, Word> milestones, Map<Key, Word> occurrences) {
        this.milestones = milestones;
        this.occurrences = occurrences;
    }

    @Nullable Word aboutMilestone(String id) {
        return milestones.get(id);
    }

    public @Nullable Word aboutOccurrence(String task, LocalDate due) {
        return occurrences.get(new Key(task, due));
    }
}
