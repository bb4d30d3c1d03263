package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Language;

/**
 * Somebody who gets mail.
 *
 * @param sections whose deadlines they hear of; empty means all of the unit's
 * @param at their own hour, or null for the policy's
 * @param pausedUntil the day on which mail resumes, or null
 */
public record Recipient(
        String id,
        String email,
        String name,
        Language language,
        String unit,
        Set<String> sections,
        Role role,
        @Nullable LocalTime at,
        @Nullable LocalDate pausedUntil) {

    public Recipient {
        sections = Set.copyOf(sections);
    }

    boolean isPausedOn(LocalDate date) {
        return pausedUntil != null && date.isBefore(pausedUntil);
    }

    boolean worksIn(String section) {
        return sections.isEmpty() || sections.contains(section);
    }
}
